import HTML
import HTTPTypes
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// The vacancy form as an answer: new, of a stored vacancy, and after somebody else was first.
enum VacancyFormReply {
    static func new(
        _ data: FormData, _ errors: FormErrors, picture: Upload? = nil, seal: String, _ writer: VacancyWriter,
        _ visit: Visit
    ) -> Reply {
        let page = VacancyFormPage(
            title: visit.t("Add vacancy"), action: "/beheer/vacatures/nieuw", keep: "/beheer/vacatures/concept",
            data: data, errors: errors,
            hidden:
                "<input type=\"hidden\" name=\"zegel\" value=\"\(seal)\"><input type=\"hidden\" name=\"versie\" value=\"\(VacancyForm.version(data))\">",
            isNew: errors.isEmpty && (data.first("titel") ?? "").isEmpty, picture: picture, writer: writer,
            coach: coach(data, writer, visit))
        return visit.form(page.html(visit), errors)
    }

    static func change(
        _ data: FormData, _ errors: FormErrors, of vacancy: Vacancy, picture: Upload?, version: Int,
        notice: HTML = .empty,
        status: HTTPResponse.Status = .ok, _ writer: VacancyWriter, _ context: MemberContext
    ) -> Reply {
        let visit = context.visit
        let comment: HTML =
            vacancy.comment.map {
                visit.notice(
                    .info, "<span\(visit.theirs)>\($0)</span>",
                    title: visit.t("Question from {centre}", ["centre": visit.centre.name]))
            } ?? .empty
        let path = "/beheer/vacatures/\(vacancy.id)"
        let page = VacancyFormPage(
            title: visit.t("Change vacancy"), action: path + "/bewerken",
            keep: VacancyPolicy.acts(vacancy, context.actor).contains(.keepDraft) ? path + "/concept" : nil, data: data,
            errors: errors,
            hidden: "<input type=\"hidden\" name=\"versie\" value=\"\(version)\">",
            notice: "\(visit.notice(VacancyFormNotice.self) { $0.words(visit.t) })\(comment)\(notice)",
            isOnline: vacancy.isOnWebsite, picture: picture, writer: writer,
            coach: coach(data, writer, hasContactPerson: vacancy.contactPerson != nil, visit))
        return visit.page(page.html(visit), status: errors.isEmpty ? status : .unprocessableContent)
    }

    private static func coach(
        _ data: FormData, _ writer: VacancyWriter, hasContactPerson: Bool = false, _ visit: Visit
    ) -> CoachPanel {
        let (content, _) = VacancyForm.read(
            PictureField.Taken(data: data), asDraft: true, writer.departments, visit)
        var panel = writer.coach(content, hasContactPerson: hasContactPerson, visit)
        panel.asks = visit.link("/beheer/vacatures/voorbeeld")
        return panel
    }

    /// The same new form was kept in another tab: see below.
    static func conflict(
        _ taken: PictureField.Taken, seal: String, _ writer: VacancyWriter, _ context: MemberContext
    ) async throws -> Reply {
        let organisation = context.membership.organisation
        let made = try await context.find { work in
            try VacancyQueries.made(with: seal, of: organisation, in: work)
        }
        return try await conflict(taken, with: made, base: VacancyForm.version(taken.data), writer, context)
    }

    /// Somebody else saved first: nothing is overwritten, the page tells what changed, and what was typed is still there.
    static func conflict(
        _ taken: PictureField.Taken, with vacancy: Vacancy, base: Int, _ writer: VacancyWriter,
        _ context: MemberContext
    ) async throws -> Reply {
        let visit = context.visit
        let before = try await context.read { work in
            try VacancyVersion.content(of: vacancy.id, at: base, in: work.centre.id, work.tx)
        }
        let changes = FieldChanges(from: before ?? Vacancy.Content(), to: vacancy.newest, visit)
        let notice = visit.notice(
            .warning,
            "\(visit.t("Somebody else changed this vacancy while you were typing. Your text is still here. Send it again to replace the other version."))",
            title: visit.t("Not saved yet"))
        return change(
            taken.data, FormErrors(), of: vacancy, picture: taken.picture, version: vacancy.version,
            notice: "\(notice)\(changes.html(visit))",
            status: .conflict, writer, context)
    }
}

/// What the form of a stored vacancy says above it.
enum VacancyFormNotice: String, Notice {
    case sentBefore = "al-ingestuurd"
    case copied = "kopie"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .sentBefore:
            .info(
                t("What you change here changes that vacancy. It does not become a second one."),
                title: t("You have sent this vacancy in already"))
        case .copied:
            .info(
                t("The other vacancy stays as it is. This one is a draft until you send it in."),
                title: t("This is a copy"))
        }
    }
}

extension Address where Said == VacancyFormNotice {
    static func vacancyForm(_ id: ID<Vacancy>) -> Address { Address("/beheer/vacatures/\(id)/bewerken") }
}
