import SiteKit

/// The notice of a page that says one thing only: what was typed is kept.
enum SavedNotice: String, Notice {
    case saved = "opgeslagen"
}
