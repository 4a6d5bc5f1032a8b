import Hummingbird
import Localisation
import SiteKit
import VolunteerCentre
import Web

extension StaffContext {
    /// A decision about what an organisation sent, with words where it needs them; without them the page comes back.
    /// - Parameters:
    ///   - verdict: reads what was decided.
    ///   - again: the page with what was typed.
    ///   - act: nil when it was refused; the reader holds why.
    func decide<Verdict>(
        _ request: Request, _ verdict: (inout FormReader) -> Verdict,
        again: (FormData, FormErrors) async throws -> Reply,
        _ act: (Verdict, inout FormReader) async throws -> Reply?
    ) async throws -> Reply {
        guard OrganisationPolicy.canReview(actor) else { throw HTTPError(.notFound) }
        var reader = FormReader(try await request.form(), visit.t)
        let verdict = verdict(&reader)
        if reader.errors.isEmpty, let reply = try await act(verdict, &reader) { return reply }
        return try await again(reader.data, reader.errors)
    }
}

extension StaffContext {
    /// Whether these words were written for a decision that a colleague took meanwhile. Pressed twice, they are what it was decided with.
    func isUnsaid(_ words: String?, about subject: (kind: String, id: Int64)) async throws -> Bool {
        guard let words else { return false }
        let (kind, id) = subject
        return try await read { work in
            try !StateChange.history(of: kind, id, in: work.centre.id, work.tx).contains { $0.reason == words }
        }
    }
}

extension ReviewVacancy.Verdict {
    var words: String? {
        switch self {
        case .approve: nil
        case .giveBack(let words), .reject(let words): words
        }
    }
}

extension ReviewOrganisation.Verdict {
    var words: String? {
        switch self {
        case .approve: nil
        case .reject(let words): words
        }
    }
}

extension FormReader {
    /// Why something is refused.
    mutating func reason() -> String {
        text("reden", max: 2000, missing: t("Write why. The organisation reads this text in a mail."))
    }
}
