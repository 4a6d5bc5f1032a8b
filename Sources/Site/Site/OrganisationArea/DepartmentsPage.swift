import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// The departments of an organisation, each with its name to change, and a form for another one.
struct DepartmentsPage {
    let departments: [Department.Listed]
    let canChange: Bool
    let form: FormFields

    private static let path = "/beheer/organisatie/afdelingen"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.organisation(
            t("Departments"), visit, current: "/beheer/organisatie", scripts: ["once"], form: form
        ).html(
            """
            \(visit.notice(DepartmentsNotice.self) { $0.words(t) })
            \(visit.crumbs(Crumb(t("My organisation"), "/beheer/organisatie"), here: t("Departments")))
            <header class="page-head"><div><h1>\(t("Departments"))</h1><p class="lead">\(t("A vacancy of a department carries its name, and people of a department get mail about its vacancies only."))</p></div></header>
            \(if: departments.isEmpty, "<div class=\"empty\"><h2>\(t("No departments yet"))</h2><p>\(t("A small organisation needs none."))</p></div>", else: table(visit))
            \(if: canChange, addition(visit), else: "<p class=\"help\">\(t("Only an owner can change departments."))</p>")
            """)
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            departments, t("Departments"),
            [
                .name(t("Name")) { name($0.department, visit) },
                .init(t("Vacancies")) {
                    """
                    <a href="\(visit.link("/beheer/vacatures?afdeling=\($0.department.id)"))">\($0.vacancies)<span class="visually-hidden"> \(t("vacancies of {department}", ["department": $0.department.name]))</span></a>
                    """
                },
                .init(t("People")) { "\($0.people)" },
                canChange ? .actions(t("Actions")) { removal($0, visit) } : nil,
            ])
    }

    private func name(_ department: Department, _ visit: Visit) -> HTML {
        guard canChange else { return "\(department.name)" }
        let t = visit.t
        return """
            <form class="inline" method="post" action="\(visit.action("\(Self.path)/\(department.id)"))" data-once><input name="afdeling" value="\(department.name)" maxlength="200" dir="auto" required \
            aria-label="\(t("Name of {department}", ["department": department.name]))"><button class="btn small plain">\(t("Save"))</button></form>
            """
    }

    private func removal(_ listed: Department.Listed, _ visit: Visit) -> HTML {
        let (t, department) = (visit.t, listed.department)
        var sentences = [t("Its people and vacancies stay. Mail about them goes to the whole organisation then.")]
        if listed.people > 0 {
            sentences.append(
                t(
                    "{count} colleague of this department then gets mail about everything.",
                    "{count} colleagues of this department then get mail about everything.", count: listed.people))
        }
        return visit.removal(
            of: department.name, "\(Self.path)/\(department.id)/weg", sentences.joined(separator: " "))
    }

    private func addition(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.action(Self.path))" novalidate data-once><h2>\(t("Add department"))</h2>
            \(form.input("afdeling", t("Name"), required: true, max: 100))
            <div class="form-foot"><button class="btn">\(visit.icon("plus-lg"))\(t("Add department"))</button></div></form>
            """
    }
}

/// What the page says after something was done.
enum DepartmentsNotice: String, Notice {
    case saved = "opgeslagen"
    case removed = "weg"

    func words(_ t: Localiser) -> NoticeWords {
        switch self {
        case .saved: .success(t("Saved"))
        case .removed: .success(t("The department is gone. Its vacancies and people stay, without a department."))
        }
    }
}

extension Address where Said == DepartmentsNotice {
    static var departments: Address { Address("/beheer/organisatie/afdelingen") }
}
