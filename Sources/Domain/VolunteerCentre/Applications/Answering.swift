import SQL
import Time

extension Application {
    /// A step by which the organisation answers her. The first answer stops the clock, and is counted as in time or late.
    func answer(
        by target: State, also columns: SQL = .empty, cause: String? = nil, reason: String? = nil,
        followUp: String? = nil,
        logged action: String? = nil, in work: UnitOfWork
    ) throws {
        let isFirst = state.isUnanswered
        try step(
            to: target, also: isFirst ? "\(columns), answered_at = \(work.now)" : columns, cause: cause, reason: reason,
            followUp: followUp, logged: action, in: work)
        guard isFirst, isClockRunning,
            let content = try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)?.content
        else { return }
        try Fact.answer.record(of: content, channel: try punctuality(on: work.today, in: work), in: work)
    }

    /// An answer that was undone was none.
    func forgetAnswer(given moment: Instant, in work: UnitOfWork) throws {
        guard channel == .web, let content = try VacancyQueries.find(vacancy, in: work.centre.id, work.tx)?.content
        else { return }
        var waiting = self
        waiting.state = .new
        let day = CalendarDate(moment, in: work.centre.zone)
        try Fact.answer.takeBack(
            of: content, channel: try waiting.punctuality(on: day, in: work), at: moment, in: work)
    }

    /// What was the first answer was taken back: she waits as before. What came after it stands.
    func forgetFirstAnswer(given moment: Instant, in work: UnitOfWork) throws {
        guard state == .inConversation || state == .matched,
            let last = try StateChange.history(of: "application", id.number, in: work.centre.id, work.tx).last,
            last.from == State.new.rawValue, last.to == state.rawValue, last.at == moment
        else { return }
        try step(
            to: .new, also: ", answered_at = null", followUp: FollowUp.undone.rawValue, logged: "application.undone",
            in: work)
        try forgetAnswer(given: moment, in: work)
    }

    private func punctuality(on day: CalendarDate, in work: UnitOfWork) throws -> String {
        let promised = answerBy(try ReplyClock.of(organisation, in: work.centre, work.tx), in: work.centre)
        return overdueAt != nil || promised.map { $0 < day } ?? false ? "late" : "in_time"
    }
}
