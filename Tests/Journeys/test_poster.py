"""A poster's code is read by a program: from the screen in dark mode on a phone, and from paper at two centimetres."""

import re
import subprocess


def read(picture):
    found = subprocess.run(["zbarimg", "--quiet", "--raw", str(picture)], capture_output=True, text=True, timeout=60)
    return set(found.stdout.split())


def test_a_phone_reads_the_code(new_page, people, tmp_path):
    page = new_page("phone")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/vacatures?q=kookclub")
    page.locator(".card a").first.click()
    number = re.search(r"/vacatures/(\d+)", page.url).group(1)
    page.get_by_role("link", name="Poster").click()
    address = page.locator(".poster-address").inner_text()
    screen = tmp_path / "screen.png"
    page.locator(".poster").screenshot(path=screen)
    [code] = read(screen)
    assert code.endswith(f"/vacatures/{number}") and code.endswith(address)
    response = page.goto(code.replace(re.match(r"https?://[^/]+", code).group(0), ""))
    assert response.status == 200 and f"/vacatures/{number}-" in page.url

    # On paper two centimetres wide: the sheet shows it at 55 mm, so it is read from a picture of a third of its size.
    pdf = tmp_path / "poster.pdf"
    answer = people.client().get(f"/vacatures/{number}/poster.pdf")
    assert answer.status == 200
    pdf.write_bytes(answer.body)
    subprocess.run(["pdftoppm", "-r", "110", "-png", str(pdf), str(tmp_path / "paper")], check=True, timeout=60)
    [paper] = sorted(tmp_path.glob("paper*.png"))
    assert read(paper) == {code}, "one page, one code"
    facts = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Tagged:\s+yes", facts)


def test_the_list_on_paper(new_page, people, tmp_path):
    page = new_page()
    page.goto("/vacatures?q=koken")
    page.get_by_role("link", name="Deze lijst op papier").click()
    count = page.locator(".sheet .qr").count()
    assert count > 1
    pdf = tmp_path / "list.pdf"
    pdf.write_bytes(people.client().get(page.get_by_role("link", name="Als pdf").get_attribute("href")).body)
    # The reader looks along lines, and misses one of many where a module's edge falls between two: a telephone moves, so it is
    # held at two distances here.
    for dots in ("110", "200"):
        subprocess.run(["pdftoppm", "-r", dots, "-png", str(pdf), str(tmp_path / f"list-{dots}")], check=True, timeout=60)
    codes = set().union(*(read(picture) for picture in tmp_path.glob("list*.png")))
    assert len(codes) == count, "each is read"
    text = people.client().get(page.get_by_role("link", name="Alleen de tekst").get_attribute("href")).text
    assert all(code.split("//")[1] in text for code in codes)


def test_every_vacancy_is_printed_on_one_sheet(new_page, installation, tmp_path):
    """With the facts, the contact and the way back, however much its organisation filled in."""
    for centre in ("borne", "hasselt"):
        page = new_page("desktop", centre)
        rows = installation.sql(
            "select v.id from vacancy v join centre c on c.id = v.centre_id where v.state = 'published'"
            f" and c.slug = '{centre}' order by (select count(*) from vacancy_tag t where t.vacancy_id = v.id) desc, v.id limit 8"
        )
        for (number,) in rows:
            page.goto(f"/vacatures/{number}")
            sheet = tmp_path / f"{number}.pdf"
            page.pdf(path=sheet, prefer_css_page_size=True)
            told = subprocess.run(["pdfinfo", sheet], capture_output=True, text=True, check=True).stdout
            text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, text=True, check=True).stdout
            assert re.search(r"Pages:\s+1\n", told), f"{centre} {number}: {told}"
            assert f"/vacatures/{number}" in text.replace("\n", "") and "@" in text, number
