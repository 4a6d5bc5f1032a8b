import HTML
import SiteKit

extension Visit {
    /// Pages beside each other; the one that is shown is marked.
    func tabs(_ label: String, _ tabs: [(path: String, label: String)], current: String) -> HTML {
        """
        <nav class="tabs" aria-label="\(label)">\(each: tabs, { tab in
            "<a href=\"\(link(tab.path))\"\(attribute: "aria-current", tab.path == current ? "page" : nil)>\(tab.label)</a>"
        })</nav>
        """
    }
}
