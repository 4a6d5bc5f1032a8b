import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// Who comes along with a response: alone, with two, with a group or a class.
enum PartyFields {
    static func html(_ form: FormFields, _ visit: Visit) -> HTML {
        let t = visit.t
        let isOpen = ["met-wie", "met-hoeveel"].contains { !(form.data.first($0) ?? "").isEmpty }
        return """
            <details class="filters"\(attribute: "open", if: isOpen)><summary>\(t("Do you not come alone?"))</summary>
            <div class="pair">\(form.select("met-wie", t("Who are you coming with?"), Application.Party.allCases.dropFirst().map { ($0.rawValue, visit.word($0)) }, help: t("Leave this empty if you come alone.")))
            \(form.input("met-hoeveel", t("With how many people?"), kind: .number, width: "short", inputMode: "numeric"))</div></details>
            """
    }

    static func read(_ reader: inout FormReader) -> (Application.Party, Int?) {
        let party = Application.Party(
            rawValue: reader.choice("met-wie", among: Application.Party.allCases.map(\.rawValue)))
        let size = reader.number("met-hoeveel", in: 1...200)
        return (party ?? .single, party == nil ? nil : size)
    }
}

extension Visit {
    func word(_ party: Application.Party) -> String {
        switch party {
        case .single: t("Alone")
        case .couple: t("With the two of us")
        case .group: t("With a group")
        case .school: t("With a class")
        }
    }

    func word(_ channel: Application.Channel) -> String {
        switch channel {
        case .web: t("By the website")
        case .pool: t("From the candidate pool")
        case .phone: t("By telephone")
        case .mail: t("By mail")
        case .talk: t("In a talk")
        }
    }

    func word(_ state: Application.State) -> String {
        switch state {
        case .new: t("New")
        case .inConversation: t("In conversation")
        case .matched: t("Match")
        case .declined: t("Not gone on")
        case .withdrawn: t("Withdrawn")
        }
    }

    func word(_ step: Application.FollowUp) -> String {
        switch step {
        case .agreed: t("Said yes to being noted")
        case .called: t("Called")
        case .mailed: t("Mailed", context: "response")
        case .comes: t("Is coming")
        case .takesPart: t("Takes part")
        case .undone: t("Taken back", context: "response")
        case .helpedOn: t("Helped by the centre")
        case .needsNoHelp: t("Is looking without help")
        }
    }

    /// How a response stands: of somebody without an account how far the organisation is.
    func word(_ application: Application) -> String {
        application.standing.map { word($0) } ?? word(application.state)
    }

    func badge(_ application: Application) -> HTML { badge(application.state, saying: word(application)) }

    func badge(_ state: Application.State, saying word: String? = nil) -> HTML {
        let name =
            switch state {
            case .new: "new"
            case .inConversation: "talking"
            case .matched: "matched"
            case .declined: "declined"
            case .withdrawn: "withdrawn"
            }
        return "<span class=\"badge \(name)\">\(word ?? self.word(state))</span>"
    }

    func applicationWord(_ state: String) -> String {
        if let state = Application.State(rawValue: state) { return word(state) }
        return Match.State(rawValue: state).map { "\(t("Match")): \(word($0).lowercased())" } ?? state
    }

    func word(_ state: Match.State) -> String {
        switch state {
        case .active: t("Running")
        case .ended: t("Ended")
        case .cancelled: t("Taken back")
        }
    }

    /// `vanaf 1 december 2026 tot en met 31 maart 2027`
    func period(_ match: Match) -> String {
        guard let end = match.endsOn else { return t("from {date}", ["date": t.date(match.beginsOn)]) }
        return t("from {begin} up to and including {end}", ["begin": t.date(match.beginsOn), "end": t.date(end)])
    }
}
