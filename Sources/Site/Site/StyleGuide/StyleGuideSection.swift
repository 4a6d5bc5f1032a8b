import HTML
import SiteKit

/// One heading of the style guide with what it shows.
struct StyleGuideSection {
    let id: String
    let title: String
    let content: HTML

    var html: HTML { "<section class=\"stack\" id=\"\(id)\"><h2>\(title)</h2>\n\(content)\n</section>\n" }
}

extension Visit {
    /// Where every sample link and form of the style guide leads: back to the guide, so that none of them changes anything.
    var styleGuide: String { link("/stijlgids") }
}

extension HTML {
    /// A part made of records that do not exist: all its links lead to one address.
    func asSample(leadingTo address: String) -> HTML {
        HTML(trustedMarkup: string.replacing(/(<a [^>]*?href=")[^"]*/) { $0.output.1 + address })
    }

    /// A part of a page made fit to stand beside others of its kind: without `autofocus`, under a name of its own.
    func asSample(named name: (old: String, new: String)? = nil) -> HTML {
        var markup = string.replacing(" autofocus", with: "")
        if let name {
            let (old, new): (HTML, HTML) = ("aria-label=\"\(name.old)\"", "aria-label=\"\(name.new)\"")
            markup = markup.replacing(old.string, with: new.string)
        }
        return HTML(trustedMarkup: markup)
    }
}
