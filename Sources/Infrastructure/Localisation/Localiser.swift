/// Says a message in one language. By custom it is called `t`: the contract test finds messages by that name.
///
///     t("Add vacancy")
///     t("Hello {name}", ["name": person.name])
///     t("{count} vacancy", "{count} vacancies", count: n)
///     t("Open", context: "verb")
///
/// Ids are English. Values go in as they are: whoever puts the result in a page escapes it as text.
package struct Localiser: Sendable {
    package let language: Language
    let texts: Texts
    let overrides: [String: String]

    package func callAsFunction(_ id: StaticString, _ values: KeyValuePairs<StaticString, String> = [:]) -> String {
        dynamic(id.description, values)
    }

    /// For an English word that another language needs several words for.
    package func callAsFunction(
        _ id: StaticString, context: StaticString, _ values: KeyValuePairs<StaticString, String> = [:]
    ) -> String {
        let key = POEntry.key(id.description, context: context.description)
        return Placeholders.fill(overrides[key] ?? texts.single[key] ?? id.description, values)
    }

    /// `{count}` is filled with the number as the language writes it.
    package func callAsFunction(
        _ one: StaticString, _ many: StaticString, count: Int, _ values: KeyValuePairs<StaticString, String> = [:]
    ) -> String {
        let form = language.pluralForm(count)
        let id = one.description
        var text = form == 0 ? id : many.description
        if !overrides.isEmpty, let own = overrides[text] {
            text = own
        } else if let forms = texts.plural[id], form < forms.count {
            text = forms[form]
        }
        return Placeholders.fill(text, values, count: (count, self))
    }

    /// For an id that is a value, with values of which not all need be asked for.
    package func filled(_ id: StaticString, _ values: [String: String]) -> String {
        Placeholders.fill(dynamic(id.description), values)
    }

    /// For an id that is a value (a state, the name of a field): it stands in the source within `l10n("…")` or in a
    /// list that the contract test knows.
    package func dynamic(_ id: String, _ values: KeyValuePairs<StaticString, String> = [:]) -> String {
        let text = (overrides.isEmpty ? nil : overrides[id]) ?? texts.single[id] ?? id
        return values.isEmpty ? text : Placeholders.fill(text, values)
    }
}

/// Marks a message that is held as a value and said later: `let label = l10n("Draft")`, then `t(label)`.
package func l10n(_ id: StaticString) -> StaticString { id }
