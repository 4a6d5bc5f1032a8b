import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import VolunteerCentre
import Web

/// An organisation's own vacancies: the overview, the profile, the form.
enum VacancyRoutes {
    static func add(to area: RouterGroup<MemberContext>) {
        area.get("/vacatures", use: list)
        area.get("/vacatures/nieuw", use: newForm)
        area.post("/vacatures/nieuw", use: create)
        area.get("/vacatures/{vacancy}", use: profile)
        area.get("/vacatures/{vacancy}/bewerken", use: editForm)
        area.post("/vacatures/{vacancy}/bewerken", use: save)
    }

    @Sendable static func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let words = String((visit.query.first("q") ?? "").prefix(200))
        let (organisation, centre, number) = (context.membership.organisation, visit.centre.id, visit.pageNumber)
        let vacancies = try await visit.services.database.read { tx in
            try VacancyQueries.list(
                in: centre, organisation: organisation, words: Folding.words(words), page: number, tx)
        }
        return visit.page(VacanciesPage(words: words, vacancies: vacancies).html(visit))
    }

    @Sendable static func newForm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        return form(FormData(), FormErrors(), seal: visit.newSeal(), visit)
    }

    @Sendable static func create(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let data = try await request.form()
        let (content, found) = VacancyForm.read(data, visit)
        var errors = found
        var seal = data.first("zegel") ?? ""
        if visit.services.seal.check(seal, now: visit.now) == .forged {
            // A new seal per request would make two vacancies of a form that is sent twice.
            seal = visit.newSeal()
            errors.add(
                "zegel", visit.t("This form was too old. Everything you typed is still here: send it once more."))
        }
        guard errors.isEmpty else { return form(data, errors, seal: seal, visit) }
        let (mails, actor, centre, now, key) = (visit.services.mails, context.actor, visit.centre, visit.now, seal)
        let outcome = try await visit.services.write { tx in
            try SubmitVacancy(mails: mails).new(content, submissionKey: key, by: actor, centre: centre, now: now, tx)
        }
        switch outcome {
        case .queued(let id): return visit.redirect("/beheer/vacatures/\(id)?melding=ingestuurd")
        case .alreadySent: return visit.redirect("/beheer/wachtrij")
        case .notFound, .changedMeanwhile: throw HTTPError(.notFound)
        }
    }

    @Sendable static func profile(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await find(context)
        let (organisation, centre, number) = (context.membership.organisation, visit.centre.id, visit.pageNumber)
        let page = try await visit.services.database.read { tx in
            VacancyProfilePage(
                vacancy: vacancy, canEdit: VacancyPolicy.canEdit(vacancy, context.actor),
                history: try StateChange.history(of: "vacancy", vacancy.id.number, in: centre, tx),
                applications: try ApplicationQueries.list(
                    of: organisation, vacancy: vacancy.id, in: centre, page: number, tx))
        }
        return visit.page(page.html(visit))
    }

    @Sendable static func editForm(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let vacancy = try await find(context)
        guard VacancyPolicy.canEdit(vacancy, context.actor) else { throw HTTPError(.notFound) }
        return form(
            VacancyForm.data(vacancy.content), FormErrors(), vacancy: vacancy, version: vacancy.version, context.visit)
    }

    @Sendable static func save(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let visit = context.visit
        let vacancy = try await find(context)
        guard VacancyPolicy.canEdit(vacancy, context.actor) else { throw HTTPError(.notFound) }
        let data = try await request.form()
        let version = data.first("versie").flatMap { Int($0) } ?? 0
        let (content, errors) = VacancyForm.read(data, visit)
        guard errors.isEmpty else { return form(data, errors, vacancy: vacancy, version: version, visit) }
        let (mails, actor, centre, now) = (visit.services.mails, context.actor, visit.centre, visit.now)
        let outcome = try await visit.services.write { tx in
            try SubmitVacancy(mails: mails).again(
                vacancy.id, content, version: version, by: actor, centre: centre, now: now, tx)
        }
        switch outcome {
        case .queued(let id): return visit.redirect("/beheer/vacatures/\(id)?melding=ingestuurd")
        case .changedMeanwhile:
            let notice = visit.notice(
                .warning,
                "\(visit.t("Somebody else changed this vacancy while you were typing. Your text is still here. Send it again to replace the other version."))",
                title: visit.t("Not saved yet"))
            return form(
                data, FormErrors(), vacancy: vacancy, version: vacancy.version, notice: notice, status: .conflict, visit
            )
        case .notFound, .alreadySent: throw HTTPError(.notFound)
        }
    }

    private static func find(_ context: MemberContext) async throws -> Vacancy {
        guard let number = context.parameters.get("vacancy").flatMap({ Int64($0) }) else { throw HTTPError(.notFound) }
        let (actor, centre) = (context.actor, context.visit.centre.id)
        let vacancy = try await context.visit.services.database.read { tx in
            try VacancyQueries.find(ID(number), in: centre, tx).flatMap { VacancyPolicy.canSee($0, actor) ? $0 : nil }
        }
        guard let vacancy else { throw HTTPError(.notFound) }
        return vacancy
    }

    private static func form(_ data: FormData, _ errors: FormErrors, seal: String, _ visit: Visit) -> Reply {
        let page = VacancyFormPage(
            title: visit.t("Add vacancy"), action: "/beheer/vacatures/nieuw", data: data, errors: errors,
            hidden: "<input type=\"hidden\" name=\"zegel\" value=\"\(seal)\">")
        return visit.page(page.html(visit), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private static func form(
        _ data: FormData, _ errors: FormErrors, vacancy: Vacancy, version: Int, notice: HTML = .empty,
        status: HTTPResponse.Status = .ok, _ visit: Visit
    ) -> Reply {
        let comment: HTML =
            vacancy.comment.map {
                visit.notice(
                    .info, "<span\(visit.theirs)>\($0)</span>",
                    title: visit.t("Question from {centre}", ["centre": visit.centre.name]))
            } ?? .empty
        let page = VacancyFormPage(
            title: visit.t("Change vacancy"), action: "/beheer/vacatures/\(vacancy.id)/bewerken", data: data,
            errors: errors,
            hidden: "<input type=\"hidden\" name=\"versie\" value=\"\(version)\">", notice: "\(comment)\(notice)")
        return visit.page(page.html(visit), status: errors.isEmpty ? status : .unprocessableContent)
    }
}
