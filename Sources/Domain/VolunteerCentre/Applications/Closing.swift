import Jobs
import SQL
package import Time

/// A response was closed: declined, or withdrawn by who sent it. For ten minutes whoever did so can undo it; then the other side is
/// told.
package struct Closing: Sendable, Equatable {
    /// Said with a no that goes by no mail: too many of them were typed in a day.
    static let unmailed = "unmailed"

    /// The columns of one that is taken up again: no letter is sent any more, and the centre need not help.
    static let ended: SQL = ", closing_from = null, closing_due = null, handed_back_at = null"

    /// What it was before.
    package let from: Application.State
    /// When the letter goes, by the server's clock.
    package let due: Instant

    /// Of a response that was closed at this moment, whatever it was before.
    package static func begun(at now: Instant) -> Closing { Closing(from: .new, due: now.adding(UndoTime.hold)) }

    /// When it was closed.
    var began: Instant { due.subtracting(UndoTime.hold) }

    /// Until when it can be undone, as people read it.
    package var until: Instant { UndoTime.end(of: began) }
}

/// The letter that waits, as its job knows it. A response that was opened and closed again has another one.
struct ClosingLetter: Codable, Sendable {
    static let job = "application.closed"

    let centre: Int64
    let application: ID<Application>
    let due: Instant

    func enqueue(now: Instant, _ tx: Transaction) throws {
        try JobQueue.enqueue(
            Self.job, key: "\(Self.job):\(application):\(due.milliseconds)", centre: centre, payload: self, at: due,
            now: now, tx)
    }
}

extension Application {
    /// The columns that a step to closed takes along.
    func closingColumns(at due: Instant) -> SQL { ", closing_from = \(asTold.state), closing_due = \(due)" }

    /// In the transaction of the step that closed it.
    func tellLater(at due: Instant, in work: UnitOfWork) throws {
        try ClosingLetter(centre: work.centre.id.number, application: id, due: due).enqueue(now: work.now, work.tx)
    }

    /// It was declined, and she knows.
    package var wasToldNo: Bool { state == .declined && closing == nil }

    /// As the person sees it: of a no that can still be undone she does not know.
    package var asTold: Application {
        guard state == .declined, let closing else { return self }
        var told = self
        told.state = closing.from
        return told
    }
}
