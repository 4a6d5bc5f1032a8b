import SQL

extension Timeline {
    /// As the person reads it: without a no that can still be undone.
    package static func told(of application: Application, in work: UnitOfWork) throws -> Timeline {
        let all = try of("application", application.id.number, in: work.centre.id, work.tx)
        guard application.asTold.state != application.state else { return all }
        return Timeline(steps: all.steps.dropLast(), acts: all.acts)
    }
}
