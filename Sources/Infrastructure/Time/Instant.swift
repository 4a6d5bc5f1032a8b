package import Foundation

/// A point in time: whole milliseconds since 1970 in UTC. What the database stores and what `now` is.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(_ date: Date) { self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded(.down))) }

    /// The machine's clock. Only composition roots call it; everything else is given `now`.
    package static func systemNow() -> Instant { Instant(Date()) }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    package func adding(_ duration: Span) -> Instant { Instant(milliseconds: milliseconds + duration.milliseconds) }

    package func subtracting(_ duration: Span) -> Instant {
        Instant(milliseconds: milliseconds - duration.milliseconds)
    }
}

/// A length of time in whole milliseconds, for limits and terms. A day here is always 24 hours; calendar terms use `CalendarDate`.
package struct Span: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func seconds(_ n: Int) -> Span { Span(milliseconds: Int64(n) * 1000) }
    package static func minutes(_ n: Int) -> Span { seconds(n * 60) }
    package static func hours(_ n: Int) -> Span { minutes(n * 60) }
    package static func days(_ n: Int) -> Span { hours(n * 24) }

    package static func < (a: Span, b: Span) -> Bool { a.milliseconds < b.milliseconds }
}
