package import HTML

package enum NoticeKind: String {
    case success, info, warning, error

    package var icon: String {
        switch self {
        case .success: "check-circle-fill"
        case .info: "info-circle-fill"
        case .warning: "exclamation-triangle-fill"
        case .error: "x-octagon-fill"
        }
    }
}

extension Visit {
    package func notice(_ kind: NoticeKind, _ text: HTML, title: String? = nil) -> HTML {
        """
        <div class="notice \(kind.rawValue)" role="\(kind == .error ? "alert" : "status")">\(icon(kind.icon))<div>\
        \(optional: title, { "<h2>\($0)</h2>" })<p>\(text)</p></div></div>
        """
    }
}
