package import SQL
package import Time

extension ReplyClock {
    /// For when each that still waits is promised an answer.
    package static func promised(
        _ applications: [Application], in centre: Centre, _ tx: Transaction
    ) throws -> [ID<Application>: CalendarDate] {
        let waiting = applications.filter(\.isClockRunning)
        guard !waiting.isEmpty else { return [:] }
        let clocks = try of(Array(Set(waiting.map(\.organisation))), in: centre, tx)
        let standard = of(centre)
        return waiting.reduce(into: [:]) {
            $0[$1.id] = $1.answerBy(clocks[$1.organisation] ?? standard, in: centre)
        }
    }
}

extension Application {
    /// Somebody waits for an answer, and none came yet. Who was noted after a call, or invited from the pool, has heard something.
    package var isClockRunning: Bool { state.isUnanswered && channel == .web }

    /// The day for which an answer is promised; nil when nobody waits for one.
    package func answerBy(_ clock: ReplyClock, in centre: Centre) -> CalendarDate? {
        isClockRunning ? clock.answerBy(CalendarDate(createdAt, in: centre.zone), within: answerDays) : nil
    }
}
