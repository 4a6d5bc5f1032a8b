extension Finder {
    /// More days than these in one sentence name no day to choose: *niet op zondag*, *het hele jaar door, van maandag tot zondag*.
    private static let mostDays = 3

    /// The days that a vacancy's words name while none was chosen. Whoever looks for that day is shown what names one first, so the
    /// organisation is asked; nobody guesses for it.
    package func daysOnlyInWords(_ content: Vacancy.Content, at centre: Centre) -> [String] {
        guard content.days.isEmpty else { return [] }
        let sentences = [content.title, content.hours, content.description, content.offer].flatMap {
            $0.split(whereSeparator: { ".!?\n".contains($0) })
        }
        let named = sentences.flatMap { sentence in
            read(String(sentence), at: centre).parts.flatMap { part -> [String] in
                guard case .week(let days, _) = part.wish, days.count <= Self.mostDays else { return [] }
                return days
            }
        }
        return taxonomy.inOrder(.day, Array(Set(named)))
    }
}
