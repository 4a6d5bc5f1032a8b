import SQL

/// An organisation takes the people who responded along in a file: from there on the centre cannot guard them, so the log says
/// who did it and when.
package enum ExportPeople {
    package static func record(in work: UnitOfWork) throws {
        guard case .member(let organisation) = work.actor.role else { return }
        try Audit.record("people.exported", on: "organisation", organisation.number, in: work)
    }
}
