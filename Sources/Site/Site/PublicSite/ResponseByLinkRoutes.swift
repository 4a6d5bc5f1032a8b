import Hummingbird
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// What is done on the page behind the link of a response; the addresses are those of every link in a mail.
enum ResponseByLinkRoutes {
    /// Messages by one link: each is a mail to an organisation.
    static let limit = RateLimit("write-by-link", limit: 20, per: .minutes(60))

    static func show(
        _ response: ResponseByLink, _ token: String, _ visit: Visit, _ data: FormData = FormData(),
        _ errors: FormErrors = FormErrors(), seal: String? = nil, unsent: String? = nil
    ) async throws -> Reply {
        let id = response.application.id
        let seal = seal ?? visit.newSeal()
        let page = try await visit.read { work in
            let isStranger =
                try visit.session.map { try response.isOfSomebodyElse(than: $0.account, in: work) } ?? false
            return ResponseByLinkPage(
                response: response, acts: response.acts(in: work),
                messages: try ApplicationQueries.messages(of: id, in: work.centre.id, work.tx),
                received: try ApplicationQueries.received(id, from: .organisation, in: work.centre.id, work.tx),
                match: try MatchQueries.find(of: id, in: work.centre.id, work.tx).flatMap { $0.isStanding ? $0 : nil },
                timeline: try Timeline.told(of: response.application, to: .volunteer, in: work),
                promised: try ReplyClock.promised([response.application.asTold], in: work.centre, work.tx)[id],
                token: token, form: visit.fields(data, errors), seal: seal,
                others: try visit.others(than: response.application, in: work), actor: response.actor(in: work),
                contact: try response.application.contactPerson(in: work.centre.id, work.tx),
                loggedInAs: isStranger ? visit.session?.name : nil, unsent: unsent)
        }
        let html = page.html(visit)
        return (unsent == nil ? visit.form(html, errors) : visit.page(html, status: .conflict)).unshared
    }

    /// - Returns: nil when the link leads nowhere any more.
    static func act(
        _ response: ResponseByLink, _ token: String, _ request: Request, _ visit: Visit
    ) async throws -> Reply? {
        let data = try await request.form()
        // Without a word it is the button of the page before.
        let word = data.first("doe") ?? ResponseByLinkAct.account.rawValue
        guard let act = ResponseByLinkAct(rawValue: word) else { throw HTTPError(.badRequest) }
        if act == .agree || act == .account, let session = visit.session,
            try await visit.read({ work in try response.isOfSomebodyElse(than: session.account, in: work) })
        {
            return visit.redirect(.responseByLink(token), saying: .notYours)
        }
        let known = data.first("wie").flatMap { ID<Volunteer>($0) }
        // Without an answer it would be a guess whose it is.
        if act == .agree || act == .account, known == nil, !response.others.isEmpty, data.first("wie") != "ander" {
            return visit.redirect(.responseByLink(token), saying: .whoFirst)
        }
        let person: ClaimApplication.Person = known.map { .known($0) } ?? .writer
        switch act {
        case .agree:
            switch try await visit.write(
                by: visit.visitor, { work in try ResponseByLink.agree(token, as: person, in: work) })
            {
            case .agreed: return visit.redirect(.responseByLink(token), saying: .agreed)
            case .logIn(let id): return visit.redirect("/inloggen?bekend=1&terug=/mijn/reacties/\(id)")
            case .closed: return visit.redirect(.responseByLink(token), saying: .closed)
            case .notFound: return nil
            }
        case .withdraw:
            let farewell = FarewellFields.read(data, visit)
            switch try await visit.write(
                by: visit.visitor, { work in try ResponseByLink.withdraw(token, saying: farewell, in: work) })
            {
            case .withdrawn: return visit.redirect(.responseByLink(token), saying: .withdrawn)
            case .alreadyClosed: return visit.redirect(.responseByLink(token), saying: .closed)
            case .notFound: return nil
            }
        case .undo:
            switch try await visit.write(by: visit.visitor, { work in try ResponseByLink.undo(token, in: work) }) {
            case .undone: return visit.redirect(.responseByLink(token), saying: .undone)
            case .tooLate: return visit.redirect(.responseByLink(token), saying: .tooLate)
            case .already: return visit.redirect(.responseByLink(token), saying: .alreadyUndone)
            case .notFound: return nil
            }
        case .takeBack:
            let message = data.first(Conversation.field).flatMap { Int64($0) } ?? 0
            switch try await visit.write(
                by: visit.visitor, { work in try ResponseByLink.takeBack(message, by: token, in: work) })
            {
            case .done: return visit.redirect(.responseByLink(token), saying: .messageTakenBack)
            case .tooLate: return visit.redirect(.responseByLink(token), saying: .messageStays)
            case .notFound: return nil
            }
        case .refuseHelp:
            let outcome = try await visit.write(by: visit.visitor) { work in
                try ResponseByLink.refuseHelp(token, in: work)
            }
            return outcome == .notFound ? nil : visit.redirect(.responseByLink(token), saying: .noHelp)
        case .write: return try await write(response, token, data, visit)
        case .account:
            switch try await visit.write(
                by: visit.visitor, { work in try ResponseByLink.choosePassword(token, as: person, in: work) })
            {
            case .setPassword(let link): return visit.redirect("/wachtwoord/instellen/\(link.text)")
            case .logIn(let id): return visit.redirect("/inloggen?bekend=1&terug=/mijn/reacties/\(id)")
            case .notFound: return nil
            }
        }
    }

    private static func write(
        _ response: ResponseByLink, _ token: String, _ data: FormData, _ visit: Visit
    ) async throws -> Reply? {
        var reader = FormReader(data, visit.t)
        let text = reader.text("bericht", max: 4000, missing: visit.t("Write your message first."))
        let (errors, seal) = SealedForm.check(data, reader.errors, visit)
        guard errors.isEmpty else { return try await show(response, token, visit, data, errors, seal: seal) }
        if let refusal = try await visit.services.refusal(limit, "\(response.application.id)") {
            try await visit.write(by: visit.visitor) { work in
                try NoteLimit.run(.messages, on: .application, response.application.id, in: work)
            }
            var errors = FormErrors()
            errors.add("bericht", visit.words(refusal))
            return visit.form(try await show(response, token, visit, data, errors, seal: seal), refusal)
        }
        switch try await visit.write(
            by: visit.visitor,
            { work in
                try ResponseByLink.write(
                    text, submissionKey: seal, read: data.first("gelezen").flatMap { Int($0) }, by: token, in: work)
            })
        {
        case .sent: return visit.redirect(.responseByLink(token), saying: .sent)
        case .closed: return try await show(response, token, visit, unsent: text)
        case .crossed:
            var errors = FormErrors()
            errors.add(
                "bericht", visit.t("The organisation wrote to you in the meantime. Read it above before you send this.")
            )
            return try await show(response, token, visit, data, errors)
        case .notFound: return nil
        }
    }
}
