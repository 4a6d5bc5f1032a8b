import HTTPTypes
import Localisation
package import Web

/// Something was tried more often than its limit; when it can be tried again. Thrown where there is no form to keep.
package struct TooOften: Error {
    package let minutes: Int
}

extension Visit {
    package func words(_ refusal: TooOften) -> String {
        refusal.minutes > 120
            ? t(
                "This was tried very often from here. Try again in {count} hour.",
                "This was tried very often from here. Try again in {count} hours.", count: (refusal.minutes + 59) / 60)
            : t(
                "This was tried very often from here. Try again in {count} minute.",
                "This was tried very often from here. Try again in {count} minutes.", count: refusal.minutes)
    }

    /// The form with what was typed, and when it can be sent.
    package func form(_ reply: Reply, _ refusal: TooOften) -> Reply {
        var reply = reply
        reply.status = .tooManyRequests
        reply.headers[.retryAfter] = String(refusal.minutes * 60)
        return reply
    }
}
