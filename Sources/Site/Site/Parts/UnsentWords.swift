import HTML
import Localisation
import SiteKit

/// What somebody wrote while the other side ended the conversation: nothing was sent, and her words are not gone.
struct UnsentWords {
    /// What happened meanwhile.
    enum Why {
        case closed, decided
        /// She closed it herself, in another tab.
        case ownDoing
    }

    let text: String
    var why = Why.closed

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let reason =
            switch why {
            case .ownDoing: t("You withdrew this response. Your words are below: copy them if you want to keep them.")
            case .decided:
                t(
                    "A colleague decided about this while you were writing. Your words are below: copy them if you want to keep them."
                )
            case .closed:
                t(
                    "This response was closed while you were writing. Your words are below: copy them if you want to keep them."
                )
            }
        return """
            \(visit.notice(.warning, "\(reason)", title: t("Nothing was sent")))
            <blockquote class="said own"><p class="muted"><strong>\(t("You wrote"))</strong></p>\(visit.prose(text))</blockquote>
            """
    }
}
