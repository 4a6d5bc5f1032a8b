import HTML
import SiteKit

/// The icons of the sprite with their names.
struct StyleGuideIcons {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [StyleGuideSection(id: "deel-iconen", title: "Iconen", content: icons)]
    }

    private var icons: HTML {
        "<ul class=\"plain grid\">\(each: Self.names, { "<li>\(visit.icon($0))\($0)</li>\n" })</ul>"
    }

    /// As in `Resources/Assets/icons.txt`.
    static let names = [
        "archive", "arrow-counterclockwise", "arrow-down-up", "arrow-left", "arrow-right", "box-arrow-right",
        "building", "calendar-check", "calendar-event", "chat-dots", "chat-left-text", "check-circle-fill",
        "check-lg", "clock", "door-open", "emoji-smile", "envelope", "envelope-paper", "exclamation-circle-fill",
        "exclamation-triangle-fill", "eye", "file-earmark-text", "geo-alt", "globe", "heart", "house", "inbox",
        "info-circle-fill", "lightbulb", "link-45deg", "list", "megaphone", "pencil", "people", "person",
        "person-circle", "person-plus", "play-circle-fill", "plus-lg", "question-circle", "repeat", "search",
        "shield-check", "speedometer2", "telephone", "translate", "trash", "wallet2", "x-circle", "x-lg",
        "x-octagon-fill",
    ]
}
