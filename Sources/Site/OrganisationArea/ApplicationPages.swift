import HTML
import Localisation
import SQL
import VolunteerCentre

/// Responses in a table: who, to which vacancy, when.
struct ApplicationTable {
    let applications: [Application]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <table class="list"><caption class="visually-hidden">\(t("Responses"))</caption>
            <thead><tr><th scope="col">\(t("Name"))</th><th scope="col">\(t("Vacancy"))</th><th scope="col">\(t("When"))</th>\
            <th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: applications, { row in
                """
                <tr><th scope="row" id="r\(row.id.number)"\(visit.theirs)>\(row.name)</th>
                <td data-label="\(t("Vacancy"))"\(visit.theirs)>\(row.vacancyTitle)</td>
                <td data-label="\(t("When"))">\(visit.when(row.createdAt))</td>
                <td class="row-actions"><a class="btn small plain" href="\(visit.link("/beheer/reacties/\(row.id)"))" aria-describedby="r\(row.id.number)">\(t("Details"))</a></td></tr>
                """
            })</tbody></table>
            """
    }
}

/// *Details* of a response without account: who, how to reach her, what she wrote.
struct ApplicationPage {
    let application: Application

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(t("Response from {name}", ["name": application.name]), visit, current: "/beheer")
            .html(
                """
                <nav class="crumbs" aria-label="\(t("You are here"))"><ol><li><a href="\(visit.link("/beheer"))">\(t("Dashboard"))</a></li>\
                <li aria-current="page">\(t("Response"))</li></ol></nav>
                <header class="page-head"><div><h1>\(t("Response"))</h1></div></header>
                <div class="pairbar">
                <div>\(visit.icon("megaphone"))<p><span>\(t("Vacancy"))</span> <strong id="pb-v"\(visit.theirs)>\(application.vacancyTitle)</strong></p>\
                <a class="btn small plain" aria-describedby="pb-v" href="\(visit.link("/beheer/vacatures/\(application.vacancy)"))">\(t("Show profile"))</a></div>
                <div>\(visit.icon("person"))<p><span>\(t("Volunteer"))</span> <strong\(visit.theirs)>\(application.name)</strong></p>\(visit.badge(application.kind))</div>
                </div>
                <div class="beside"><div>
                <h2>\(t("Message"))</h2>
                \(if: application.message.isEmpty, "<p>\(t("{name} left no message.", ["name": application.name]))</p>", else: "<blockquote class=\"said\">\(visit.prose(application.message))</blockquote>")
                </div><aside class="panel"><h2>\(t("Contact data"))</h2><dl class="rows">
                <div><dt>\(t("Name"))</dt><dd\(visit.theirs)>\(application.name)</dd></div>
                \(optional: application.email.isEmpty ? nil : WebAddress.mail(application.email), { "<div><dt>\(t("E-mail address"))</dt><dd><a href=\"\($0)\">\(application.email)</a></dd></div>" })
                \(optional: application.phone.isEmpty ? nil : WebAddress.telephone(application.phone), { "<div><dt>\(t("Telephone"))</dt><dd><a href=\"\($0)\">\(application.phone)</a></dd></div>" })
                <div><dt>\(t("When"))</dt><dd>\(visit.when(application.createdAt))</dd></div>
                </dl><p>\(t("Answer within two weeks: people who wait too long lose interest."))</p></aside></div>
                """)
    }
}
