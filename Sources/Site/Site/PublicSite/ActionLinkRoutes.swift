import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Links in mails that do one thing without logging in: a page with the answer chosen, and one button.
enum ActionLinkRoutes {
    static func add(to router: Router<SiteContext>) {
        router.get("/actie/{token}") { request, context in try await page(request, context) }
        router.post("/actie/{token}", use: act)
        for answer in ConfirmVacancies.Answer.allCases {
            router.get("/actie/\(answer.segment)/{token}") { request, context in
                try await page(request, context, confirming: answer)
            }
        }
        for answer in AnswerByLink.Answer.allCases {
            router.get("/actie/\(answer.segment)/{token}") { request, context in
                try await page(request, context, chosen: answer)
            }
        }
    }

    private enum Found {
        case vacancy(Vacancy), volunteer(Volunteer), searches([SavedSearch]), invitation(MemberInvitation)
        case address(AddressChange)
        /// What waits for an answer, and which of it the mail was about if it was one.
        case waiting(
            [VolunteerCentre.Application], only: VolunteerCentre.Application?, undoable: [VolunteerCentre.Application])
        case response(ResponseByLink)
        /// Vacancies of which it was asked whether they are still right.
        case online([Vacancy])
        case stopped
        /// It was used, and a password was never chosen.
        case unfinished(Account)
    }

    private static func find(_ token: String, _ visit: Visit) async throws -> Found? {
        return try await visit.read { work -> Found? in
            let link: ActionLink
            let standing = try ActionLink.standing(token: token, in: work.centre.id, now: work.now, work.tx)
            if let response = try ResponseByLink.find(standing, in: work) { return .response(response) }
            switch standing {
            case .usable(let usable): link = usable
            // Mail programs press their own button, and some press it twice.
            case .used(let used) where [.stopSearch, .stopSearches].contains(used.purpose): return .stopped
            case .used(let used):
                return try FinishAccount.account(of: used, in: work.centre.id, work.tx).map { .unfinished($0) }
            case .gone: return nil
            }
            switch link.purpose {
            case .reactivateVacancy:
                return try ReactivateByLink.vacancy(of: link, in: work).map { .vacancy($0) }
            case .claimApplication: return nil
            case .keepVolunteer:
                return try KeepVolunteer.volunteer(of: link, centre: work.centre, work.tx).map { .volunteer($0) }
            case .stopSearch, .stopSearches:
                return try StopSearchByLink.searches(of: link, centre: work.centre, work.tx).map { .searches($0) }
            case .joinOrganisation:
                return try JoinOrganisation.invitation(of: link, centre: work.centre, work.tx).map { .invitation($0) }
            case .answerApplications:
                return try AnswerByLink.waiting(for: link, in: work).map {
                    .waiting(
                        $0, only: AnswerByLink.only(of: $0, by: link),
                        undoable: try AnswerByLink.undoable(by: link, in: work))
                }
            case .confirmVacancies: return try ConfirmVacancies.online(by: link, in: work).map { .online($0) }
            case .changeAddress:
                return try AddressChange.find(by: link, in: work.centre.id, work.tx).map { .address($0) }
            }
        }
    }

    /// - Parameter chosen: which button of a mail leads here.
    private static func page(
        _ request: Request, _ context: SiteContext, chosen: AnswerByLink.Answer? = nil,
        confirming: ConfirmVacancies.Answer? = nil
    ) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        guard let found = try await find(token, visit) else { return gone(visit) }
        let html: HTML
        switch found {
        case .response(let response): return try await ResponseByLinkRoutes.show(response, token, visit)
        case .vacancy(let vacancy): html = ReactivatePage(vacancy: vacancy, token: token).html(visit)
        case .volunteer(let volunteer): html = KeepAccountPage(volunteer: volunteer, token: token).html(visit)
        case .searches(let all): html = StopSearchPage(searches: all, token: token).html(visit)
        case .invitation(let invitation):
            html = JoinOrganisationPage(invitation: invitation, token: token).html(visit)
        case .address(let change): html = AddressPage(change: change, token: token).html(visit)
        case .waiting(let applications, let only, let undoable):
            let form = visit.fields(AnswerByLinkPage.data(applications, chosen, for: only), FormErrors())
            html = AnswerByLinkPage(applications: applications, undoable: undoable, token: token, form: form)
                .html(visit)
        case .online(let vacancies):
            let form = ConfirmForm(
                vacancies: vacancies, path: "/actie/" + token,
                form: visit.fields(ConfirmForm.data(vacancies, confirming), FormErrors()))
            html = ConfirmByLinkPage(content: form.html(visit)).html(visit)
        case .stopped: html = SearchStoppedPage().html(visit)
        case .unfinished(let account): html = UnfinishedPage(account: account, token: token).html(visit)
        }
        return visit.page(html).unshared
    }

    @Sendable static func act(_ request: Request, _ context: SiteContext) async throws -> Reply {
        let visit = try context.visit
        let token = context.parameters.get("token") ?? ""
        switch try await find(token, visit) {
        case .vacancy:
            let outcome = try await visit.write(by: visit.visitor) { work in try ReactivateByLink.run(token, in: work) }
            guard outcome == .published || outcome == .queued else { return gone(visit) }
            return visit.page(ReactivatedPage(outcome: outcome).html(visit)).unshared
        case .response(let response):
            return try await ResponseByLinkRoutes.act(response, token, request, visit) ?? gone(visit)
        case .volunteer:
            guard try await visit.write(by: visit.visitor, { work in try KeepVolunteer.run(token, in: work) }) else {
                return gone(visit)
            }
            return visit.page(AccountKeptPage().html(visit)).unshared
        case .searches:
            guard
                try await visit.write(by: visit.visitor, { work in try StopSearchByLink.run(token, in: work) })
            else { return gone(visit) }
            return visit.page(SearchStoppedPage().html(visit)).unshared
        case .invitation:
            let outcome = try await visit.write(by: visit.visitor) { work in try JoinOrganisation.run(token, in: work) }
            switch outcome {
            case .setPassword(let link): return visit.redirect("/wachtwoord/instellen/\(link.text)")
            case .logIn(let id): return visit.redirect("/inloggen?bekend=1&terug=/beheer?voor=\(id)")
            case .notFound: return gone(visit)
            }
        case .address(let change):
            if change.asksPassword, let error = try await OwnPassword.error(request, change.account, visit) {
                var errors = FormErrors()
                errors.add("wachtwoord", error)
                return visit.form(AddressPage(change: change, token: token, errors: errors).html(visit), errors)
                    .unshared
            }
            let outcome = try await visit.write(by: visit.visitor) { work in
                try AddressChange.confirm(token, isKnown: true, in: work)
            }
            if case .moved(let link?) = outcome { return visit.redirect("/wachtwoord/instellen/\(link)") }
            guard outcome != .notFound else { return gone(visit) }
            return visit.page(AddressChangedPage(change: change, outcome: outcome).html(visit)).unshared
        case .online(let vacancies):
            let data = try await request.form()
            let answers = ConfirmForm.answers(data)
            if ConfirmForm.isAllLater(data) {
                let later: HTML = "<p>\(visit.t("That is fine. The link in your mail keeps working."))</p>"
                return visit.page(ConfirmByLinkPage(content: later, isDone: true).html(visit)).unshared
            }
            if answers.isEmpty, !vacancies.isEmpty {
                let errors = ConfirmForm.nothingChosen(vacancies, visit)
                let form = ConfirmForm(
                    vacancies: vacancies, path: "/actie/" + token, form: visit.fields(data, errors))
                return visit.form(ConfirmByLinkPage(content: form.html(visit)).html(visit), errors).unshared
            }
            let done = try await visit.write(by: visit.visitor) { work in
                try ConfirmVacancies.run(token, answers, in: work)
            }
            guard let done else { return gone(visit) }
            return visit.page(
                ConfirmByLinkPage(content: ConfirmedWords(done: done).html(visit), isDone: true).html(visit)
            )
            .unshared
        case .waiting(let applications, _, _): return try await answer(applications, token, request, visit)
        case .stopped: return visit.page(SearchStoppedPage().html(visit)).unshared
        case .unfinished:
            let link = try await visit.write(by: visit.visitor) { work in try FinishAccount.run(token, in: work) }
            return link.map { visit.redirect("/wachtwoord/instellen/\($0.text)") } ?? gone(visit)
        case nil: return gone(visit)
        }
    }

    private static func answer(
        _ applications: [VolunteerCentre.Application], _ token: String, _ request: Request, _ visit: Visit
    ) async throws -> Reply {
        var reader = FormReader(try await request.form(), visit.t)
        // Also of what a colleague answered meanwhile, so that it is told.
        let answers = AnswerByLinkPage.answers(reader.data)
        let taken = reader.data.all("terug").compactMap { ID<VolunteerCentre.Application>($0) }
        if !taken.isEmpty {
            let undone = try await visit.write(by: visit.visitor) { work in
                try AnswerByLink.undo(token, taken, in: work)
            }
            return undone.map { visit.page(AnswersUndonePage(count: $0).html(visit)).unshared } ?? gone(visit)
        }
        let said = answers.values.contains(.decline) ? CauseFields.read(&reader, visit) : nil
        if answers.isEmpty, let first = applications.first {
            reader.errors.add(AnswerByLinkPage.field(first.id), visit.t("Choose an answer first."))
        }
        guard reader.errors.isEmpty else {
            let page = AnswerByLinkPage(
                applications: applications, token: token, form: visit.fields(reader.data, reader.errors))
            return visit.form(page.html(visit), reader.errors).unshared
        }
        let done = try await visit.write(by: visit.visitor) { work in
            try AnswerByLink.run(token, answers, because: said?.cause, words: said?.words ?? "", in: work)
        }
        return done.map { visit.page(AnsweredByLinkPage(done: $0, token: token).html(visit)).unshared } ?? gone(visit)
    }

    private static func gone(_ visit: Visit) -> Reply {
        visit.page(SpentLinkPage().html(visit), status: .gone).unshared
    }
}
