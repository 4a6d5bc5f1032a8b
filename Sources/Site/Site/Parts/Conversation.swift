import HTML
import Localisation
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// What was said, oldest first; the reader's own words stand apart, and what she wrote a moment ago can be taken back.
struct Conversation {
    /// Where the button leads with which a message is taken back.
    struct TakingBack {
        let actor: Actor
        let path: String
        /// What the form carries besides the number of the message.
        var fields = HTML.empty
    }

    let opening: Application
    let messages: [ApplicationQueries.Message]
    let reader: ApplicationQueries.Message.Author
    var takingBack: TakingBack?

    static let field = "terug"

    func html(_ visit: Visit) -> HTML {
        let first: HTML =
            opening.message.isEmpty
            ? "<p class=\"muted\">\(reader == .volunteer ? visit.t("You left no message.") : visit.t("{name} left no message.", ["name": opening.name]))</p>"
            : said(.init(author: .volunteer, text: opening.message, at: opening.createdAt), visit)
        return "<div class=\"talk\">\(first)\(messages.map { said($0, visit) })</div>"
    }

    private func said(_ message: ApplicationQueries.Message, _ visit: Visit) -> HTML {
        let name = message.author == .volunteer ? opening.name : opening.organisationName
        let words: HTML =
            message.isTakenBack
            ? "<p class=\"muted\">\(visit.t("This message was taken back."))</p>" : visit.prose(message.text)
        return """
            <blockquote class="said\(message.author == reader ? " own" : "")"><p class="muted"><strong\(visit.theirs)>\(name)</strong>, \(visit.when(message.at))</p>\(words)\(takeBack(message, visit))</blockquote>
            """
    }

    private func takeBack(_ message: ApplicationQueries.Message, _ visit: Visit) -> HTML {
        guard let takingBack, let id = message.id, message.canBeTakenBack(by: takingBack.actor, at: visit.now) else {
            return .empty
        }
        let t = visit.t
        return """
            <form method="post" action="\(visit.action(takingBack.path))" data-once>\(takingBack.fields)\
            <button class="btn small plain" name="\(Self.field)" value="\(String(id))">\(t("Take back this message"))</button> \
            <span class="muted">\(t("until {time}", ["time": t.time(UndoTime.end(of: message.at), visit.centre.zone)]))</span></form>
            """
    }
}
