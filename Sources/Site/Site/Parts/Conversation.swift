import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// What was said, oldest first; the reader's own words stand apart.
struct Conversation {
    let opening: Application
    let messages: [ApplicationQueries.Message]
    let reader: ApplicationQueries.Message.Author

    func html(_ visit: Visit) -> HTML {
        let first: HTML =
            opening.message.isEmpty
            ? "<p class=\"muted\">\(reader == .volunteer ? visit.t("You left no message.") : visit.t("{name} left no message.", ["name": opening.name]))</p>"
            : said(.init(author: .volunteer, text: opening.message, at: opening.createdAt), visit)
        return "<div class=\"talk\">\(first)\(messages.map { said($0, visit) })</div>"
    }

    private func said(_ message: ApplicationQueries.Message, _ visit: Visit) -> HTML {
        let name = message.author == .volunteer ? opening.name : opening.organisationName
        return """
            <blockquote class="said\(message.author == reader ? " own" : "")"><p class="muted"><strong\(visit.theirs)>\(name)</strong>, \(visit.when(message.at))</p>\(visit.prose(message.text))</blockquote>
            """
    }
}
