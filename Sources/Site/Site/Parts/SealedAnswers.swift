import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// Answers in an address: read here only, for two days.
enum SealedAnswers {
    private static func sealed(_ visit: Visit) -> SealedText {
        SealedText(secret: visit.services.secret, purpose: "wishes", lifetime: .hours(48))
    }

    /// - Parameter step: which question comes; nil: what suits.
    static func address(_ form: WishesForm, _ step: WishesStep?, isWrong: Bool = false, _ visit: Visit) -> String {
        let text = Query.encode(form.data.pairs)
        let seal = sealed(visit).seal(
            text, for: visit.centre.id.description, random: visit.services.random(12), now: visit.now)
        let query = (step.map { [("stap", $0.rawValue)] } ?? []) + (isWrong ? [("fout", "1")] : [])
        return Query.address("\(WishesPage.path)/\(seal)", query)
    }

    static func open(_ seal: String, _ visit: Visit) -> FormData? {
        sealed(visit).open(seal, for: visit.centre.id.description, now: visit.now).map { FormData(query: $0) }
    }
}
