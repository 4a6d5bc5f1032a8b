import SQL
import Time

extension Application {
    /// A step by which the organisation answers her. The first answer stops the clock, and is counted as in time or late.
    func answer(
        by target: State, also columns: SQL = .empty, reason: String? = nil, followUp: String? = nil,
        logged action: String? = nil, in work: UnitOfWork
    ) throws {
        let isFirst = state.isUnanswered
        try step(
            to: target, also: isFirst ? "\(columns), answered_at = \(work.now)" : columns, reason: reason,
            followUp: followUp, logged: action, in: work)
        guard isFirst, isClockRunning,
            let content = try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)?.content
        else { return }
        let promised = answerBy(try ReplyClock.of(organisation, in: work.centre, work.tx), in: work.centre)
        let isLate = overdueAt != nil || promised.map { $0 < work.today } ?? false
        try Fact.answer.record(of: content, channel: isLate ? "late" : "in_time", in: work)
    }
}
