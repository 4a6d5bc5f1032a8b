import Localisation
import SiteKit
import VolunteerCentre
import Web

/// A rule of the coach in words: what could be better, and how.
struct CoachHintWords {
    let what: String
    let how: String

    init(rule: CoachRule, _ visit: Visit) {
        let t = visit.t
        (what, how) =
            switch rule {
            case .task:
                (t("Tell what somebody does"), t("Name two or three things that a volunteer does on an ordinary day."))
            case .hours:
                (t("Tell how much time it takes"), t("People decide by it. “About two hours” is enough."))
            case .place:
                (
                    t("Tell exactly where it is"),
                    t("With a postcode it stands in the right place on the map, and people see how far it is.")
                )
            case .contact:
                (
                    t("Name somebody to turn to"),
                    t(
                        "Who reads a name feels expected, and dares to respond sooner. A tick under What volunteers can count on is enough too."
                    )
                )
            case .guidance:
                (
                    t("Tell who shows somebody the ropes"),
                    t(
                        "Many people doubt whether they can do it. One sentence, or a tick under What volunteers can count on, takes that away."
                    )
                )
            case .insurance:
                (
                    t("Tell whether volunteers are insured"),
                    t("People ask about it. Not sure? Ask {centre}.", ["centre": visit.centre.name])
                )
            case .expenses:
                (
                    t("Tell whether you pay expenses"),
                    t("“No” is an answer too: then nobody is in for a surprise.")
                )
            case .sentences:
                (
                    t("Make long sentences shorter"),
                    t(
                        "More than {count} words are read twice. Put a full stop where you would take a breath.",
                        ["count": String(VacancyCoach.longest)])
                )
            case .words:
                (
                    t("Choose words that everybody knows"),
                    t("Then people who read with difficulty, or learn Dutch, can respond too.")
                )
            case .diploma:
                (
                    t("Is a diploma or experience really needed?"),
                    t("Can it be learned with you? Say so. Then more people dare to respond.")
                )
            case .paid:
                (
                    t("Is this work that staff are paid for?"),
                    t(
                        "Volunteers do not take the place of paid staff. Tell what the staff do, and what the volunteer does."
                    )
                )
            }
    }

    /// What it is about, for what is in order.
    static func subject(_ rule: CoachRule, _ t: Localiser) -> String {
        switch rule {
        case .task: t("the task")
        case .hours: t("the time")
        case .place: t("the place")
        case .contact: t("contact person")
        case .guidance: t("guidance")
        case .insurance: t("insurance")
        case .expenses: t("expenses")
        case .sentences: t("short sentences")
        case .words: t("clear words")
        case .diploma: t("no diploma asked")
        case .paid: t("no paid work replaced")
        }
    }
}

/// A sentence that could stand in the vacancy, made of what it says already.
struct CoachExample {
    let content: Vacancy.Content
    let organisation: Organisation
    let name: String

    func words(_ rule: CoachRule, _ t: Localiser, _ visit: Visit) -> String? {
        let place = content.place.isEmpty ? organisation.place : content.place
        switch rule {
        case .task:
            return t(
                "On an ordinary day in {place} you begin with …, then you … . You end with a cup of coffee together.",
                ["place": place])
        case .hours: return hours(t, visit)
        case .place:
            return organisation.postcode.isEmpty
                ? nil
                : t(
                    "{postcode} is the postcode of {organisation}",
                    ["postcode": organisation.postcode, "organisation": organisation.name])
        case .contact: return name.isEmpty ? nil : t("{name} is your regular contact person.", ["name": name])
        case .guidance:
            return name.isEmpty
                ? t("The first times you come along with somebody.")
                : t("The first times you come along with {name}.", ["name": name])
        case .insurance: return t("You are insured through {organisation}.", ["organisation": organisation.name])
        case .expenses: return t("You get your travel costs to {place} back.", ["place": place])
        case .sentences, .words, .diploma, .paid: return nil
        }
    }

    private func hours(_ t: Localiser, _ visit: Visit) -> String {
        let days = content.days.map { visit.services.taxonomy.label(.day, $0, visit.centre.language).lowercased() }
        if let day = days.first { return t("On {day}, about 2 hours at a time", ["day": day]) }
        return switch content.engagement {
        case "eenmalig": t("One afternoon, from 1 to 5 o'clock")
        case "af-en-toe": t("Once a month, about 3 hours")
        default: t("Every week about 2 hours")
        }
    }
}
