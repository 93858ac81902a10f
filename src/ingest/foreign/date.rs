//! Dates as they occur → ISO 8601.

/// A date or a date and time in the form of ISO 8601 that HTML knows (§2.3.5 "Dates and times"). Reads what differs from
/// it in its signs alone: no dashes, a space for the `T`, `+0100` or `+01` for `+01:00`, `UTC` for `Z`. What is something else stays
/// as it is written; the zeros that databases write for none are no date.
pub(in crate::ingest) fn iso(date: &str) -> Option<String> {
    let date = date.trim();
    let missing = date.is_empty() || date.starts_with("0000-");
    (!missing).then(|| read(date).unwrap_or_else(|| date.to_owned()))
}

/// The same for a time that is in UTC when it does not say otherwise.
pub(in crate::ingest) fn iso_utc(date: &str) -> Option<String> {
    let mut date = iso(date)?;
    let time = date.get(10..).unwrap_or_default();
    if time.starts_with('T') && !time.contains(['Z', '+', '-']) {
        date.push('Z');
    }
    Some(date)
}

fn read(date: &str) -> Option<String> {
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some([date.get(..4)?, "-", date.get(4..6)?, "-", date.get(6..)?].concat());
    }
    let (day, time) = date.split_at_checked(10)?;
    let shape: String = day.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    if shape != "0000-00-00" {
        return None;
    }
    if time.is_empty() {
        return Some(day.to_owned());
    }
    let time = time.strip_prefix(['T', 't', ' '])?.trim_start();
    let end = time.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(time.len());
    let (clock, zone) = time.split_at(end);
    let zone = zone.trim_start();
    let zone = match (zone.len(), zone.get(1..)) {
        (0, _) => String::new(),
        _ if ["Z", "z", "UTC", "GMT"].contains(&zone) => "Z".to_owned(),
        (3, Some(hours)) => [&zone[..1], hours, ":00"].concat(),
        (5, Some(digits)) => [&zone[..1], digits.get(..2)?, ":", digits.get(2..)?].concat(),
        (6, _) => zone.to_owned(),
        _ => return None,
    };
    let fine = zone.is_empty() || zone == "Z" || zone.starts_with(['+', '-']);
    (fine && clock.len() >= 5).then(|| [day, "T", clock, &zone].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_becomes_iso() {
        for (written, expected) in [
            ("2026-10-12", "2026-10-12"),
            ("20261012", "2026-10-12"),
            (" 2026-10-12T08:00:00Z ", "2026-10-12T08:00:00Z"),
            ("2026-10-12T08:00:00.000+00:00", "2026-10-12T08:00:00.000+00:00"),
            ("2026-10-12T08:00:00+0100", "2026-10-12T08:00:00+01:00"),
            ("2026-10-12T08:00-03", "2026-10-12T08:00-03:00"),
            ("2026-10-12 08:00:00", "2026-10-12T08:00:00"),
            ("2026-10-12 08:00:00 +0200", "2026-10-12T08:00:00+02:00"),
            ("2026-10-12 08:00:00 UTC", "2026-10-12T08:00:00Z"),
            ("2026-10-12t08:00z", "2026-10-12T08:00Z"),
        ] {
            assert_eq!(iso(written).as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_is_something_else_stays() {
        for written in ["12 October 2026", "2026-10-12T", "2026-10-12Tnoon", "2026-10-1é", "2026-10-12 08:00é0"] {
            assert_eq!(iso(written).as_deref(), Some(written));
        }
        assert_eq!((iso(" "), iso("0000-00-00T00:00:00")), (None, None));
    }

    #[test]
    fn a_time_without_zone_can_be_utc() {
        assert_eq!(iso_utc("2026-10-12T08:00:00").as_deref(), Some("2026-10-12T08:00:00Z"));
        assert_eq!(iso_utc("2026-10-12 08:00:00").as_deref(), Some("2026-10-12T08:00:00Z"));
        assert_eq!(iso_utc("2026-10-12T08:00:00-0500").as_deref(), Some("2026-10-12T08:00:00-05:00"));
        assert_eq!(iso_utc("2026-10-12").as_deref(), Some("2026-10-12"));
    }
}
