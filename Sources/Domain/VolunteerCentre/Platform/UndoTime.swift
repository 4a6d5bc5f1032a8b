package import Time

/// For so long whoever did something can take it back.
package enum UndoTime {
    package static let shown = Span.minutes(10)
    /// A little longer than is shown, by the server's clock: who presses in the last second is in time.
    static let hold = Span.seconds(10 * 60 + 30)

    /// Until when what was done at this moment can be undone, as people read it.
    package static func end(of began: Instant) -> Instant { began.adding(shown) }

    package static func isOpen(since began: Instant, now: Instant) -> Bool { now < began.adding(hold) }
}
