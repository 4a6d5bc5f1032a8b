package import SQL
package import Time

/// Makes a draft with the text of a vacancy of before, without its last day: the quickest way to a new one.
package enum CopyVacancy {
    /// - Returns: the draft; nil when there is no such vacancy for this actor. The same key makes one copy.
    package static func run(
        _ id: ID<Vacancy>, submissionKey: String, by actor: Actor, centre: Centre, now: Instant, _ tx: Transaction
    ) throws -> ID<Vacancy>? {
        guard let vacancy = try VacancyQueries.find(id, in: centre.id, tx), VacancyPolicy.isOwn(vacancy, actor) else {
            return nil
        }
        var content = vacancy.content
        content.publishUntil = nil
        switch try SaveDraft.new(content, submissionKey: submissionKey, by: actor, centre: centre, now: now, tx) {
        case .saved(let copy, _): return copy
        case .alreadySent, .notFound, .changedMeanwhile: return nil
        }
    }
}
