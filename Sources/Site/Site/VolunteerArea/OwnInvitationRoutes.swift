import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// An invitation to join in again, and the two answers.
enum OwnInvitationRoutes {
    static func add(to area: RouterGroup<VolunteerContext>) {
        area.get("/uitnodigingen/{invitation}") { _, context in
            let visit = context.visit
            let id = try number(context)
            let own = context.volunteer
            let invitation = try await context.find { work in
                try InvitationQueries.find(id, in: work.centre.id, work.tx).flatMap { $0.volunteer == own ? $0 : nil }
            }
            return visit.page(
                OwnInvitationPage(invitation: invitation, answers: invitation.answers(context.actor)).html(visit))
        }
        area.post("/uitnodigingen/{invitation}/ja") { _, context in try await answer(.accepted, context) }
        area.post("/uitnodigingen/{invitation}/nee") { _, context in try await answer(.declined, context) }
    }

    private static func answer(_ answer: Invitation.State, _ context: VolunteerContext) async throws -> Reply {
        let id = try number(context)
        let outcome = try await context.write { work in try AnswerInvitation.run(answer, id, in: work) }
        guard outcome != .notFound else { throw HTTPError(.notFound) }
        return context.visit.redirect(.ownInvitation(id), saying: answer == .accepted ? .joins : .notNow)
    }

    private static func number(_ context: VolunteerContext) throws -> ID<Invitation> { try context.id("invitation") }
}

/// What is asked, and two buttons.
struct OwnInvitationPage {
    let invitation: Invitation
    let answers: Set<Invitation.State>

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let path = "/mijn/uitnodigingen/\(invitation.id)"
        return OwnWork(
            title: t("{organisation} asks you again", ["organisation": invitation.organisationName]), current: "",
            visit: visit, scripts: ["once"]
        ).html(
            """
            \(visit.notice(OwnInvitationNotice.self) { .success($0.words(t), title: t("Thank you for your answer")) })
            <p>\(t("It is about")) <strong\(visit.theirs)>\(invitation.vacancyTitle)</strong> \(visit.badge(invitation.state))</p>
            <blockquote class="said">\(visit.prose(invitation.text))</blockquote>
            <div class="actions">\(if: answers.contains(.accepted), "<form method='post' action='\(visit.action(path + "/ja"))' data-once><button class='btn green'>\(visit.icon("check-lg"))\(t("Yes, I join in"))</button></form>")
            \(if: answers.contains(.declined), "<form method='post' action='\(visit.action(path + "/nee"))' data-once><button class='btn plain'>\(t("Not now"))</button></form>")</div>
            """)
    }
}

/// What the page says after something was done.
enum OwnInvitationNotice: String, Notice {
    case joins = "doet-mee"
    case notNow = "nu-niet"

    func words(_ t: Localiser) -> String {
        switch self {
        case .joins: t("The organisation gets a mail that you join in.")
        case .notNow: t("That is fine. You may change your mind later.")
        }
    }
}

extension Address where Said == OwnInvitationNotice {
    static func ownInvitation(_ id: ID<Invitation>) -> Address { Address("/mijn/uitnodigingen/\(id)") }
}
