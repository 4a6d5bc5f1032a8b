import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre

extension Visit {
    /// To who waits: until when an answer may take, or that it is late and we know.
    /// - Parameter isMailed: she left an address, so that we write when none comes.
    func promise(_ day: CalendarDate, isMailed: Bool = true) -> String {
        day < today
            ? t(
                "An answer was promised by {date}. We are sorry. {centre} sees it too, and is happy to help you further.",
                ["date": t.date(day), "centre": centre.name])
            : t("You may expect an answer by {date}.", ["date": t.date(day)])
                + (isMailed ? " " + t("If none comes, you hear from us.") : "")
    }

    /// To who must answer.
    func promised(_ day: CalendarDate) -> String {
        day < today
            ? t("Answer promised by {date}: too late", ["date": t.date(day)])
            : t("Answer promised by {date}", ["date": t.date(day)])
    }

    /// To who responded: how it stands.
    func explanation(_ application: Application, _ promised: CalendarDate?) -> String {
        let organisation: KeyValuePairs<StaticString, String> = ["organisation": application.organisationName]
        return switch application.state {
        case .new:
            t("{organisation} has your response and has not answered yet.", organisation)
                + (promised.map { " " + promise($0) + standstill(application, $0) } ?? "")
        case .inConversation: t("You are in conversation with {organisation}.", organisation)
        case .matched: t("You are going to work at {organisation}. Enjoy it!", organisation)
        case .declined: t("{organisation} does not go on with you now. We like to think along with you.", organisation)
        case .withdrawn: t("You withdrew this response.")
        }
    }

    /// Why the answer may take longer than it usually does.
    private func standstill(_ application: Application, _ promised: CalendarDate) -> String {
        let usual = CalendarDate(application.createdAt, in: centre.zone).adding(days: application.answerDays)
        guard usual < promised, promised >= today else { return "" }
        return " "
            + t(
                "Days on which {organisation} or {centre} is away are not counted.",
                ["organisation": application.organisationName, "centre": centre.name])
    }

    /// The state of a response to who sent it.
    func ownBadge(_ application: Application) -> HTML {
        badge(application.state, saying: application.state.isUnanswered ? t("Waiting for an answer") : nil)
    }

    /// After somebody took her response back.
    func withdrawnWords(_ organisation: String) -> NoticeWords {
        NoticeWords(
            kind: .success,
            words:
                "\(t("{organisation} gets a mail in ten minutes. Thank you for thinking about it.", ["organisation": organisation])) <a href=\"\(link("/vacatures"))\">\(t("View other vacancies"))</a>",
            title: t("Your response has been withdrawn"))
    }
}
