import Synchronization

/// What the request of this task sent as a form, for who has to answer after something failed: what was typed is shown, so that
/// it can be copied.
package final class SentForm: Sendable {
    @TaskLocal package static var current: SentForm?

    private let state = Mutex<(data: FormData?, isTouched: Bool)>((nil, false))

    package init() {}

    package var data: FormData? { state.withLock { $0.data } }
    /// Whether somebody has begun to read the body: it can be read once only.
    package var isTouched: Bool { state.withLock { $0.isTouched } }

    func touch() { state.withLock { $0.isTouched = true } }

    func keep(_ data: FormData) { state.withLock { $0.data = data } }
}
