import Localisation
import SiteKit
import VolunteerCentre

/// The reasons of a suggestion as people say them.
struct SuggestionWords {
    let suggested: Suggested
    let wishes: Wishes
    let visit: Visit

    var fits: [String] { suggested.reasons.fits.compactMap(fit) }

    var differs: [String] { suggested.reasons.differs.map(difference) }

    /// Only what somebody answered and the vacancy does not say: what she left open herself is no news to her.
    var unknown: [String] { suggested.reasons.unknown.filter(isAnswered).map(name) }

    private func fit(_ criterion: Suggested.Criterion) -> String? {
        let t = visit.t
        func labels(_ list: Taxonomy.List) -> String { visit.labels(list, suggested.reasons.shared[list] ?? []) }
        switch criterion {
        case .interest: return t("What you like: {list}", ["list": labels(.interest)])
        case .activity: return t("What you want to do: {list}", ["list": labels(.activity)])
        case .day: return t("On your days: {list}", ["list": labels(.day)])
        case .daypart: return t("When you can: {list}", ["list": labels(.daypart)])
        case .engagement: return t("How often you want: {list}", ["list": labels(.engagement)])
        case .support: return t("What is nice for you: {list}", ["list": labels(.support)])
        case .distance:
            if suggested.card.fromHome { return t("You can do it from home") }
            guard let kilometres = suggested.card.kilometres else { return nil }
            return kilometres < 1
                ? t("Nearby: less than 1 km")
                : t("Nearby: {distance} km", ["distance": String(Int(kilometres.rounded()))])
        case .language: return t("Your Dutch is good enough")
        case .age: return t("Your age is fine")
        }
    }

    private func difference(_ criterion: Suggested.Criterion) -> String {
        let t = visit.t
        switch criterion {
        case .interest: return t("It is about something else than you chose")
        case .activity: return t("You do something else than you chose")
        case .day: return t("It is on other days")
        case .daypart: return t("It is at another time of the day")
        case .engagement: return t("It is as often as they ask, not as you chose")
        case .support: return t("They do not say that they offer what is nice for you")
        case .distance: return t("It is farther away")
        case .language: return t("It asks for more Dutch")
        case .age: return t("There is a minimum age")
        }
    }

    private func name(_ criterion: Suggested.Criterion) -> String {
        let t = visit.t
        switch criterion {
        case .interest: return t("what it is about")
        case .activity: return t("what exactly you do")
        case .day: return t("on which days")
        case .daypart: return t("at which time of the day")
        case .engagement: return t("how often")
        case .support: return t("what they offer")
        case .distance: return t("where it is")
        case .language: return t("how much Dutch you need")
        case .age: return t("whether there is a minimum age")
        }
    }

    private func isAnswered(_ criterion: Suggested.Criterion) -> Bool {
        switch criterion {
        case .interest: !wishes.interests.isEmpty
        case .activity: !wishes.activities.isEmpty
        case .day: !wishes.days.isEmpty
        case .daypart: !wishes.dayparts.isEmpty
        case .engagement: !wishes.engagements.isEmpty
        case .support: !wishes.supports.isEmpty
        case .distance: wishes.place != nil
        case .language: !wishes.languageLevel.isEmpty
        // A vacancy that says no age has none.
        case .age: false
        }
    }
}
