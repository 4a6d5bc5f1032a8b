import SiteKit
import VolunteerCentre
import Web

/// Who writes a vacancy: her organisation, its departments, and her name.
struct VacancyWriter: Sendable {
    let organisation: Organisation
    let departments: [Department]
    let name: String

    /// What the coach says of a text, with examples in her own words.
    func coach(_ content: Vacancy.Content, hasContactPerson: Bool = false, _ visit: Visit) -> CoachPanel {
        CoachPanel(
            advice: visit.services.coach.advice(
                about: content, .init(hasContactPerson: hasContactPerson, off: visit.centre.coachOff)),
            content: content, organisation: organisation, name: name)
    }
}
