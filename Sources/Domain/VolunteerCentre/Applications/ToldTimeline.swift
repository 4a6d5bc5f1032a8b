import SQL

extension Timeline {
    /// As one side of a response may read it: without what the other took back before anybody was told, and without what only the centre
    /// and the person know of each other.
    package static func told(
        of application: Application, to reader: ApplicationQueries.Message.Author, in work: UnitOfWork
    ) throws
        -> Timeline
    {
        let all = try of("application", application.id.number, in: work.centre.id, work.tx)
        let theirs: Application.State = reader == .volunteer ? .declined : .withdrawn
        var steps: [StateChange] = []
        for step in all.steps {
            let isUndone = step.followUp == Application.FollowUp.undone.rawValue && step.from == theirs.rawValue
            if isUndone, let last = steps.lastIndex(where: { $0.to == theirs.rawValue }) {
                let before = steps.remove(at: last).from
                if step.to == before { continue }
            }
            let isBetweenOthers =
                reader == .organisation
                && [Application.FollowUp.helpedOn, .needsNoHelp].contains { $0.rawValue == step.followUp }
            if !isBetweenOthers { steps.append(step) }
        }
        if application.closing != nil, application.state == theirs,
            let last = steps.lastIndex(where: { $0.to == theirs.rawValue })
        {
            let pending = steps.remove(at: last)
            // That she withdrew is seen at once, so that nobody goes on in vain; why, when it stands.
            if theirs == .withdrawn { steps.insert(pending.withoutWords, at: last) }
        }
        return Timeline(steps: steps, acts: all.acts)
    }
}

extension StateChange {
    fileprivate var withoutWords: StateChange {
        StateChange(from: from, to: to, reason: nil, followUp: followUp, author: author, at: at)
    }
}
