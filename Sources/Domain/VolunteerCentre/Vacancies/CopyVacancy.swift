package import SQL

/// Makes a draft with the text of a vacancy of before, without its last day: the quickest way to a new one.
package enum CopyVacancy {
    /// - Returns: the draft; nil when there is no such vacancy for this actor. The same key makes one copy.
    package static func run(_ id: ID<Vacancy>, submissionKey: String, in work: UnitOfWork) throws -> ID<Vacancy>? {
        guard let vacancy = try VacancyQueries.find(id, for: .copy, in: work) else { return nil }
        var content = vacancy.newest
        content.publishUntil = nil
        switch try SaveDraft.new(content, submissionKey: submissionKey, in: work) {
        case .saved(let copy, _):
            try work.tx(
                """
                update vacancy set contact_person_id = \(vacancy.contactPerson)
                where centre_id = \(work.centre.id) and id = \(copy) and contact_person_id is null and version = 1
                """)
            return copy
        case .alreadySent, .notFound, .changedMeanwhile: return nil
        }
    }
}
