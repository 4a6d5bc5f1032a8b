import Composition
import Foundation
import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre

/// Everything the centre knows of her, in words.
struct PersonalRecordPage {
    let record: PersonalRecord

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(title: t("All my data"), current: "/mijn/gegevens", visit: visit, scripts: ["print"]).html(
            """
            <p class="actions"><a class="btn plain" href="\(visit.link("/mijn/gegevens.json"))" download>\(visit.icon("file-earmark-text"))\(t("Download as a file"))</a>
            <button class="btn plain" type="button" data-print hidden>\(t("Print"))</button></p>
            \(each: record.sections, { section($0.section, $0.entries, visit) })
            """)
    }

    private func section(_ section: PersonalRecord.Section, _ entries: [PersonalRecord.Entry], _ visit: Visit) -> HTML {
        let shown = entries.map { $0.filter { !$0.value.isEmpty } }.filter { !$0.isEmpty }
        let rest = Array(shown.dropFirst(Self.first))
        return """
            <h2>\(name(section, visit.t))</h2>
            \(if: shown.isEmpty, "<p class=\"muted\">\(visit.t("Nothing."))</p>")
            \(list(Array(shown.prefix(Self.first)), section, visit))
            \(if: !rest.isEmpty, "<details><summary>\(visit.t("and {count} more", "and {count} more", count: rest.count))</summary>\(list(rest, section, visit))</details>")
            """
    }

    /// So many of each stand open: a page of two hundred mails is read by nobody. All are printed, and in the file.
    private static let first = 5

    private func list(
        _ entries: [PersonalRecord.Entry], _ section: PersonalRecord.Section, _ visit: Visit
    ) -> HTML {
        """
        \(each: entries, { entry in
            """
            <dl class="rows">\(each: entry.filter { $0.field != .reason }, { "<div><dt>\(name($0.field, visit.t))</dt><dd dir=\"auto\">\(words($0.value, $0.field, section, of: entry, visit))</dd></div>" })</dl>
            """
        })
        """
    }

    private func name(_ section: PersonalRecord.Section, _ t: Localiser) -> String {
        switch section {
        case .account: t("My account")
        case .profile: t("My profile")
        case .answers: t("My answers")
        case .responses: t("My responses")
        case .messages: t("Messages")
        case .matches: t("My matches")
        case .invitations: t("Invitations")
        case .favourites: t("Vacancies you keep")
        case .searches: t("Searches you keep")
        case .pool: t("Candidate pool")
        case .poolInvitations: t("Invitations from the candidate pool")
        case .blocks: t("Never see you")
        case .asked: t("Who asked you from the candidate pool")
        case .found: t("Who found you in a list")
        case .views: t("Who looked at your profile")
        case .mails: t("Mails we sent you")
        case .sessions: t("Where you are logged in")
        case .asideMails: t("Mails of yours that were no answer")
        case .newAddresses: t("A new e-mail address that waits for its button")
        case .merges: t("A second profile of yours that the centre merged with this one")
        case .keptApart: t("Somebody at the centre saw that you and somebody else are two people")
        case .actions: t("What you did")
        case .automaticActs: t("What the system did by itself")
        }
    }

    private func name(_ field: PersonalRecord.Field, _ t: Localiser) -> String {
        switch field {
        case .name: t("Name")
        case .alias: t("The name that organisations see")
        case .email: t("E-mail address")
        case .language: t("Language")
        case .since: t("Since")
        case .phone: t("Telephone")
        case .place: t("Place of residence")
        case .about: t("Something about you")
        case .sharesPhone: t("Organisations see your telephone number")
        case .sharesPlace: t("Organisations see your place of residence")
        case .sharesAbout: t("Organisations see what you wrote about yourself")
        case .pausedUntil: t("Leave me in peace up to and including")
        case .seen: t("Last seen")
        case .question: t("Question")
        case .answer: t("Answer")
        case .vacancy: t("Vacancy")
        case .organisation: t("Organisation")
        case .text: t("Text")
        case .state: t("State")
        case .author: t("By")
        case .begins: t("Begin date")
        case .ends: t("End date")
        case .day, .at: t("When")
        case .frequency: t("Mail")
        case .subject: t("Subject")
        case .action: t("What")
        case .reason: t("Reason")
        case .party: t("Who comes along")
        case .people: t("With how many people?")
        }
    }

    private func words(
        _ value: PersonalRecord.Value, _ field: PersonalRecord.Field, _ section: PersonalRecord.Section,
        of entry: PersonalRecord.Entry, _ visit: Visit
    ) -> String {
        switch value {
        case .text(let text): words(text, field, section, of: entry, visit)
        case .at(let instant): visit.t.dateTime(instant, visit.centre.zone)
        case .day(let day): visit.t.date(day)
        case .flag(let flag): flag ? visit.t("Yes") : visit.t("No")
        }
    }

    /// What the program keeps in its own words, in ours; what people wrote as they wrote it.
    private func words(
        _ text: String, _ field: PersonalRecord.Field, _ section: PersonalRecord.Section,
        of entry: PersonalRecord.Entry, _ visit: Visit
    ) -> String {
        switch (section, field) {
        case (.account, .language): Language(rawValue: text).map(visit.name(of:)) ?? text
        case (.answers, .question): Answers.Question(rawValue: text).map(visit.word) ?? text
        case (.answers, .answer): answer(text, entry, visit)
        case (.searches, .question): search(text, visit)
        case (.responses, .party): Application.Party(rawValue: text).map(visit.word) ?? text
        case (.responses, .state): Application.State(rawValue: text).map(visit.word) ?? text
        case (.matches, .state): Match.State(rawValue: text).map(visit.word) ?? text
        case (.invitations, .state): Invitation.State(rawValue: text).map(visit.word) ?? text
        case (.poolInvitations, .state): PoolInvitation.State(rawValue: text).map(visit.word) ?? text
        case (.actions, .action): visit.act(text)
        case (.automaticActs, .action): act(text, entry, visit)
        case (.searches, .frequency): SavedSearch.Frequency(rawValue: text).map(visit.word) ?? text
        case (.messages, .author): text == "volunteer" ? visit.t("You") : visit.t("Organisation")
        default: text
        }
    }

    private func answer(_ text: String, _ entry: PersonalRecord.Entry, _ visit: Visit) -> String {
        guard case .text(let name)? = entry.first(where: { $0.field == .question })?.value,
            let question = Answers.Question(rawValue: name)
        else { return text }
        if let list = question.list { return visit.label(list, text) }
        return switch question {
        case .distance: visit.t("{distance} km", ["distance": text])
        case .home: text == Wishes.Home.only.rawValue ? visit.t("From home only") : visit.t("From home is fine too")
        default: text
        }
    }

    private func act(_ rule: String, _ entry: PersonalRecord.Entry, _ visit: Visit) -> String {
        guard case .text(let reason)? = entry.first(where: { $0.field == .reason })?.value else { return rule }
        return AutomaticAct.Rule(rawValue: rule).map { visit.word($0, because: reason) } ?? rule
    }

    private func search(_ text: String, _ visit: Visit) -> String {
        let question = try? KeptJSON.decode(text, over: VacancyQuestion())
        return question.map { VacancyFilter($0, visit).name(visit) } ?? text
    }
}

extension Visit {
    func word(_ question: Answers.Question) -> String {
        switch question {
        case .interest: t("What do you like?")
        case .activity: t("What would you like to do?")
        case .excluded: t("What would you rather not do?")
        case .day: t("On which days?")
        case .daypart: t("When can you?")
        case .engagement: t("How often would you like to help?")
        case .support: t("What would be nice for you?")
        case .language: t("How much Dutch do you speak?")
        case .place: t("Postcode or place")
        case .distance: t("How far do you want to go?")
        case .home: t("Helping from home")
        case .birthYear: t("Year of birth")
        }
    }
}
