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

    /// The two that matter most, in one sentence; empty when nothing was answered that it meets.
    var reason: String {
        let parts = suggested.reasons.telling(for: wishes).compactMap(because)
        switch parts.count {
        case 0: return ""
        case 1: return visit.t("Because {reason}.", ["reason": parts[0]])
        default: return visit.t("Because {reason} and {other}.", ["reason": parts[0], "other": parts[1]])
        }
    }

    private func because(_ criterion: Suggested.Criterion) -> String? {
        let t = visit.t
        func named(_ list: Taxonomy.List) -> String {
            let most = list == .day || list == .daypart ? 2 : 1
            let labels = (suggested.reasons.shared[list] ?? [""]).prefix(most).map { visit.label(list, $0) }
            // English days keep their capital.
            let names = list == .day && visit.language == .en ? labels : labels.map(Self.inSentence)
            return names.count == 2 ? t("{one} and {other}", ["one": names[0], "other": names[1]]) : names[0]
        }
        switch criterion {
        case .interest: return t("you like {list}", ["list": named(.interest)])
        case .activity: return t("you want to do something with {list}", ["list": named(.activity)])
        case .day: return t("it is on {list}", ["list": named(.day)])
        case .daypart: return t("it is in the {list}", ["list": named(.daypart)])
        case .engagement: return t("it is {list}", ["list": named(.engagement)])
        case .support: return t("there is: {list}", ["list": named(.support)])
        case .distance:
            if suggested.card.fromHome { return t("you can do it from home") }
            guard let kilometres = suggested.card.kilometres else { return nil }
            return kilometres < 1
                ? t("it is around the corner")
                : t("it is {distance} km away", ["distance": String(Int(kilometres.rounded()))])
        case .language:
            return suggested.card.languageLevel == "geen" ? t("no Dutch is needed") : t("little Dutch is enough")
        case .age: return nil
        }
    }

    /// Names of answers begin with a capital where they stand alone.
    static func inSentence(_ label: String) -> String { label.prefix(1).lowercased() + label.dropFirst() }

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
        // Nearly every vacancy would say it to who speaks well.
        case .language: return wishes.languageLevel == "goed" ? nil : t("Your Dutch is good enough")
        case .age: return nil
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
        case .support:
            return t(
                "They do not say that they offer what is nice for you: {list}",
                ["list": visit.labels(.support, wishes.supports)])
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
