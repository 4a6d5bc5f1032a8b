package import HTML
import Localisation
package import VolunteerCentre
import Web

/// Pieces of a centre that many pages show.
extension Visit {
    package func logo(size: Int) -> HTML {
        guard let logo = centre.logo, services.assets.contains(logo) else { return .empty }
        return "<img class=\"logo\" src=\"\(asset(logo))\" alt=\"\" width=\"\(size)\" height=\"\(size)\">"
    }

    package var mailLink: HTML {
        guard let address = WebAddress.mail(centre.email) else { return .text(centre.email) }
        return "<a href=\"\(address)\">\(centre.email)</a>"
    }

    package var phoneLink: HTML {
        guard let address = WebAddress.telephone(centre.phone) else { return .text(centre.phone) }
        return "<a href=\"\(address)\">\(centre.phone)</a>"
    }

    /// Whom to ask, in the text itself: at the foot of a page nobody looks who is stuck.
    package var help: HTML {
        "\(t("Does it not work? Call or mail us:")) \(phoneLink)\(if: !centre.phone.isEmpty, " · ")\(mailLink)"
    }

    /// `Vrijwilligerswerk in Borne, Hengelo en Haaksbergen`
    package var whatThisIs: String { t("Volunteering in {places}", ["places": places]) }

    /// `Borne, Hengelo en Haaksbergen`
    package var places: String {
        guard let last = centre.municipalities.last, centre.municipalities.count > 1 else {
            return centre.municipalities.first ?? ""
        }
        return t(
            "{places} and {last}", ["places": centre.municipalities.dropLast().joined(separator: ", "), "last": last])
    }

    /// `van 21 december 2026 tot en met 3 januari 2027`
    package func period(_ holiday: Holiday) -> String {
        holiday.begins == holiday.ends
            ? t("on {date}", ["date": t.date(holiday.begins)])
            : t(
                "from {begin} up to and including {end}",
                ["begin": t.date(holiday.begins), "end": t.date(holiday.ends)])
    }

    package func logOutForm(icon name: String) -> HTML {
        """
        <form method="post" action="\(link("/uitloggen"))"><button>\(icon(name))\(t("Log out"))</button></form>
        """
    }

    package var themeAddress: String { "/theme/\(ThemeSheet.name(centre.theme))" }

    package func illustration(_ interest: String, lazy: Bool = false, class name: String? = nil) -> HTML {
        let address = services.assets.known("illustrations/\(interest).svg") ?? asset("illustrations/buurt.svg")
        return """
            <img\(attribute: "class", name) src="\(address)" alt="" width="320" height="180"\(attribute: "loading", lazy ? "lazy" : nil)>
            """
    }

    package func organisationLogo(_ organisation: Organisation, size: Int) -> HTML {
        if let logo = organisation.logoUpload {
            return
                "<img class=\"logo\" src=\"\(media(logo, size > 80 ? .page : .card))\" alt=\"\" width=\"\(size)\" height=\"\(size)\">"
        }
        guard let logo = organisation.logo, services.assets.contains(logo) else { return .empty }
        return "<img class=\"logo\" src=\"\(asset(logo))\" alt=\"\" width=\"\(size)\" height=\"\(size)\">"
    }

    /// For elements whose words the centre or an organisation wrote: they stay in the centre's language on translated pages
    /// (WCAG 3.1.2), and each runs in its own direction.
    package var theirs: HTML { " dir=\"auto\"\(attribute: "lang", language == .en ? centre.language.tag : nil)" }

    /// Text of people with its line ends: blank lines part paragraphs.
    /// - Parameter linked: web and mail addresses and telephone numbers in it can be tapped.
    package func prose(_ text: String, linked: Bool = false) -> HTML {
        let paragraphs = text.split(separator: "\n\n").map { paragraph -> HTML in
            var lines = HTML.empty
            for (index, line) in paragraph.split(separator: "\n").enumerated() {
                let words: HTML = linked ? TappableText(String(line)).html : "\(line)"
                lines += index == 0 ? words : "<br>\(words)"
            }
            return "<p\(theirs)>\(lines)</p>"
        }
        return "\(paragraphs)"
    }
}
