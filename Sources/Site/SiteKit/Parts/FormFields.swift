package import HTML
import Localisation
import VolunteerCentre
package import Web

/// Fields as markup: label, help, error and what was typed, tied together for screen readers.
package struct FormFields {
    package let visit: Visit
    package let data: FormData
    package let errors: FormErrors

    package init(visit: Visit, data: FormData, errors: FormErrors) {
        self.visit = visit
        self.data = data
        self.errors = errors
    }

    package var hasErrors: Bool { !errors.isEmpty }

    package enum Kind: String {
        case text, email, tel, url, password, date, number, color

        /// A field of numbers would lose what it cannot read, and its wheel turns 5 into 4: it is text with the keys of numbers.
        fileprivate var type: String { self == .number ? Kind.text.rawValue : rawValue }
    }

    package func input(
        _ name: String, _ label: String, kind: Kind = .text, required: Bool = false, help: String? = nil,
        autocomplete: String? = nil, max: Int? = nil, width: String? = nil, inputMode: String? = nil
    ) -> HTML {
        let value = kind == .password ? nil : data.first(name)
        return field(name, label, required: required, help: help, width: width) { describedBy in
            """
            <input id="\(name)" name="\(name)" type="\(kind.type)"\(attribute: "value", value)\(attribute: "autocomplete", autocomplete)\
            \(attribute: "inputmode", kind == .number ? "numeric" : inputMode)\(attribute: "dir", kind == .text ? "auto" : nil)\
            \(attribute: "required", if: required)\(attribute: "aria-describedby", describedBy)\
            \(attribute: "aria-invalid", errors[name] == nil ? nil : "true")>
            """
        }
    }

    package func area(
        _ name: String, _ label: String, required: Bool = false, help: String? = nil, rows: Int = 6, max: Int? = nil
    ) -> HTML {
        field(name, label, required: required, help: help) { describedBy in
            let described = [describedBy, max.map { _ in "\(name)-count" }].compactMap { $0 }.joined(separator: " ")
            let counter: HTML? = max.map { max in
                """
                <p class="counter" id="\(name)-count" data-counter="\(name)" data-max="\(max)" data-left="\(visit.t.dynamic(leftID))" data-over="\(visit.t.dynamic(overID))">\
                \(visit.t("At most {max} characters", ["max": visit.t.number(max)]))</p>
                """
            }
            return """
                <textarea id="\(name)" name="\(name)" rows="\(rows)" dir="auto"\
                \(attribute: "required", if: required)\(attribute: "aria-describedby", described.isEmpty ? nil : described)\
                \(attribute: "aria-invalid", errors[name] == nil ? nil : "true")>
                \(data.first(name) ?? "")</textarea>\(counter ?? .empty)
                """
        }
    }

    private var leftID: String { "\(l10n("{n} characters left"))" }
    private var overID: String { "\(l10n("{n} characters too many"))" }

    /// First in a form with several buttons: Enter in a field does nothing, instead of what the first of them does. Browsers send no
    /// form whose first button cannot be pressed.
    package var enterDoesNothing: HTML { "<button disabled hidden></button>" }

    package func select(
        _ name: String, _ label: String, _ options: [(value: String, label: String)], required: Bool = false,
        help: String? = nil
    ) -> HTML {
        let chosen = data.first(name) ?? ""
        return field(name, label, required: required, help: help) { describedBy in
            """
            <select id="\(name)" name="\(name)"\(attribute: "required", if: required)\(attribute: "aria-describedby", describedBy)\
            \(attribute: "aria-invalid", errors[name] == nil ? nil : "true")>
            <option value="">\(visit.t("Choose"))</option>
            \(each: options, { "<option value=\"\($0.value)\"\(attribute: "selected", if: $0.value == chosen)>\($0.label)</option>" })
            </select>
            """
        }
    }

    /// A file; browsers never fill it in again.
    package func file(_ name: String, _ label: String, help: String, accept: String) -> HTML {
        field(name, label, required: false, help: help) { describedBy in
            """
            <input id="\(name)" name="\(name)" type="file" accept="\(accept)"\(attribute: "aria-describedby", describedBy)\
            \(attribute: "aria-invalid", errors[name] == nil ? nil : "true")>
            """
        }
    }

    /// A group of tick boxes (`several`) or radio buttons.
    package func options(
        _ name: String, _ legend: String, _ entries: [(value: String, label: String)], several: Bool,
        required: Bool = false, help: String? = nil, rows: Bool = false
    ) -> HTML {
        let chosen = Set(data.all(name))
        let described = describedBy(name, help)
        var inputs = HTML.empty
        for (index, entry) in entries.enumerated() {
            inputs += """
                <label class="option"><input\(attribute: "id", index == 0 ? name : nil) type="\(several ? "checkbox" : "radio")" name="\(name)"\
                 value="\(entry.value)"\(attribute: "checked", if: chosen.contains(entry.value))\
                \(attribute: "aria-describedby", index == 0 ? described : nil)\
                \(attribute: "aria-invalid", errors[name] == nil ? nil : "true")><span>\(entry.label)</span></label>
                """
        }
        return """
            <fieldset class="field"><legend>\(legend)\(star(required))</legend>\(hints(name, help))
            <div class="options\(rows ? " rows" : "")">\(inputs)</div></fieldset>
            """
    }

    package func tick(_ name: String, _ label: HTML, required: Bool = false) -> HTML {
        """
        <div class="field">\(error(name))<label class="option"><input id="\(name)" type="checkbox" name="\(name)" value="1"\
        \(attribute: "checked", if: data.first(name) == "1")\(attribute: "required", if: required)\
        \(attribute: "aria-describedby", errors[name] == nil ? nil : "\(name)-error")\
        \(attribute: "aria-invalid", errors[name] == nil ? nil : "true")><span>\(label)\(star(required))</span></label></div>
        """
    }

    /// The hidden parts at the end of a visitor's form: the seal, a field that only robots fill, and the question when one looks
    /// like theirs.
    package func guards(seal: String) -> HTML {
        let (trap, human) = (VisitorGuard.trap, VisitorGuard.human)
        let asks = errors[human] != nil || data.first(human) == "1"
        return """
            <input type="hidden" name="zegel" value="\(seal)">
            <div class="trap" aria-hidden="true"><label for="\(trap)">\(visit.t("Leave this empty"))</label>\
            <input id="\(trap)" name="\(trap)" tabindex="-1" autocomplete="off"></div>
            \(if: asks, tick(human, "\(visit.t("I am a person, not a program"))", required: true))
            """
    }

    package var requiredNote: HTML {
        "<p class=\"required-note\">\(visit.t("Fields marked with * are required fields"))</p>"
    }

    /// First on the page when something is wrong: what, with a link to each field.
    package var summary: HTML {
        guard !errors.isEmpty else { return .empty }
        return """
            <div class="error-summary" role="alert" tabindex="-1" autofocus><h2>\(visit.t("Something is missing or not right yet"))</h2>
            <ul>\(each: errors.list, { "<li><a href=\"#\($0.field)\">\($0.message)</a></li>" })</ul></div>
            """
    }

    private func field(
        _ name: String, _ label: String, required: Bool, help: String?, width: String? = nil,
        _ control: (String?) -> HTML
    ) -> HTML {
        """
        <div class="field\(width.map { " " + $0 } ?? "")"><label for="\(name)">\(label)\(star(required))</label>\(hints(name, help))
        \(control(describedBy(name, help)))</div>
        """
    }

    private func hints(_ name: String, _ help: String?) -> HTML {
        "\(optional: help, { "<p class=\"help\" id=\"\(name)-help\">\($0)</p>" })\(error(name))"
    }

    package func error(_ name: String) -> HTML {
        "\(optional: errors[name], { "<p class=\"error\" id=\"\(name)-error\">\(visit.icon("exclamation-circle-fill"))\($0)</p>" })"
    }

    private func describedBy(_ name: String, _ help: String?) -> String? {
        let ids = [help.map { _ in "\(name)-help" }, errors[name].map { _ in "\(name)-error" }].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private func star(_ required: Bool) -> HTML { required ? " <span class=\"req\" aria-hidden=\"true\">*</span>" : "" }
}
