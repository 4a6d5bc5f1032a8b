import Localisation
import SiteKit
import Time
import VolunteerCentre

extension Visit {
    /// To who waits: until when an answer may take, or that it is late and we know.
    func promise(_ day: CalendarDate) -> String {
        day < today
            ? t(
                "An answer was promised by {date}. We are sorry. {centre} sees it too, and is happy to help you further.",
                ["date": t.date(day), "centre": centre.name])
            : t("You may expect an answer by {date}.", ["date": t.date(day)])
    }

    /// To who must answer.
    func promised(_ day: CalendarDate) -> String {
        day < today
            ? t("Answer promised by {date}: too late", ["date": t.date(day)])
            : t("Answer promised by {date}", ["date": t.date(day)])
    }
}
