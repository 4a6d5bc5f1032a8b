import Composition
import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre

extension Visit {
    /// What stands in the log under a name of the program. What a capability wrote that is no longer here has no words.
    func act(_ name: String) -> String { services.capabilities.acts[name].map { t($0) } ?? t("Something else") }

    /// Who did something and has no name: nobody logged in, or her account is gone.
    func actor(_ name: String) -> String {
        switch name {
        case "visitor": t("Visitor")
        case "member", "staff_for_member": t("Organisation")
        case "volunteer": t("Volunteer")
        case "system": t("The clock")
        default: t("Colleague")
        }
    }

    /// What something was done to.
    func subject(_ name: String) -> String {
        switch name {
        case "account": t("Account of somebody")
        case "application": t("Response")
        case "centre": t("The centre")
        case "department": t("Department")
        case "film": t("Film")
        case "holiday": t("Holiday")
        case "invitation", "member_invitation", "pool_invitation": t("Invitation")
        case "mail": t("Mail")
        case "match": t("Match")
        case "organisation": t("Organisation")
        case "saved_search": t("Search")
        case "text": t("Text")
        case "upload": t("Photograph")
        case "vacancy": t("Vacancy")
        case "volunteer": t("Volunteer")
        default: t("Something else")
        }
    }

    static let subjects = [
        "account", "application", "centre", "department", "film", "holiday", "invitation", "member_invitation",
        "pool_invitation", "mail", "match", "organisation", "saved_search", "text", "upload", "vacancy", "volunteer",
    ]

    /// What a folded word of a search in the log stands for.
    func meant(by word: String) -> Audit.Meant {
        func holds(_ words: String) -> Bool { Folding.fold(words).contains(word) }
        return Audit.Meant(
            actions: services.capabilities.acts.filter { holds(t($0.value)) }.keys.sorted(),
            subjects: Self.subjects.filter { holds(subject($0)) },
            actors: ["visitor", "member", "volunteer", "system"].filter { holds(actor($0)) })
    }

    /// What something was done to, with the way to it where there is one.
    func record(_ entry: Audit.Entry) -> HTML {
        let kind = subject(entry.subject)
        let pages = ["vacancy": "/centrum/vacatures", "organisation": "/centrum/organisaties"]
        guard let title = entry.title else { return "\(kind) <span class=\"muted\">\(entry.record)</span>" }
        guard let page = pages[entry.subject] else { return "\(kind): <span dir=\"auto\">\(title)</span>" }
        return """
            \(kind): <a href="\(link("\(page)/\(entry.record)"))"\(theirs)>\(title.isEmpty ? t("Without a title") : title)</a>
            """
    }
}
