import HTML
import Localisation
import VolunteerCentre

/// What happens with personal data, in words: only what this version does.
struct PrivacyPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Your privacy"), visit: visit).html(
            """
            <div class="wrap narrow page"><header class="page-head"><div><h1>\(t("Your privacy"))</h1></div></header><div class="prose">
            <p class="lead">\(t("We ask as little as possible, show it to as few people as possible, and send nothing to other companies."))</p>
            <h2>\(t("When you look around"))</h2>
            <p>\(t("You can read everything without telling us who you are. We place no cookies on your device and do not follow you."))</p>
            <h2>\(t("When you respond to a vacancy"))</h2>
            <p>\(t("We keep your name, your e-mail address or telephone number, and your message. The organisation of that vacancy sees them. The administrators of the centre can read the confirmation that was mailed to you. We do not use them for anything else."))</p>
            <h2>\(t("When you make an account as a volunteer"))</h2>
            <p>\(t("We keep what you fill in yourself, your responses and matches, and what you and organisations write to each other. Only organisations that you respond to see it, as far as you choose. On your profile you see which organisations looked."))</p>
            <h2>\(t("When you register an organisation"))</h2>
            <p>\(t("The name, place, description and website of the organisation are public. The contact person's data are seen only by us. They are used to log in and to send messages about your vacancies."))</p>
            <h2>\(t("When you log in"))</h2>
            <p>\(t("Then we place one cookie that is needed to keep you logged in. It disappears when you log out. We store a password only as a code that cannot be turned back."))</p>
            <h2>\(t("Your rights"))</h2>
            <p>\(t("You may see, correct or have erased what we keep about you. Send us a mail, we do it within a month.")) \(visit.mailLink)</p>
            </div></div>
            """)
    }
}

/// How accessible the site is and where to say that something does not work.
struct AccessibilityPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Accessibility"), visit: visit).html(
            """
            <div class="wrap narrow page"><header class="page-head"><div><h1>\(t("Accessibility"))</h1></div></header><div class="prose">
            <p class="lead">\(t("Everybody must be able to use this site: with a keyboard, a screen reader, large letters or an old telephone."))</p>
            <p>\(t("We build by the standard WCAG 2.2, level AA. Each change is tested automatically on all pages, in light and dark and without JavaScript. An independent audit has not been done yet."))</p>
            <h2>\(t("Does something not work?"))</h2>
            <p>\(t("Tell us what you wanted to do and what went wrong. We help you at once in another way, and fix it.")) \(visit.mailLink)</p>
            </div></div>
            """)
    }
}
