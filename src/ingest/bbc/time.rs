//! Epochs → ISO 8601, by whole numbers.

const DAY: i64 = 86_400_000;

/// The date and time, in UTC, of that many milliseconds after 1970; `None` for years that have not four digits.
pub(super) fn iso(milliseconds: f64) -> Option<String> {
    // What is no number becomes 0, and what is too great the greatest: no article is of then.
    let milliseconds = milliseconds as i64;
    let (days, rest) = (milliseconds.div_euclid(DAY), milliseconds.rem_euclid(DAY));
    let (year, month, day) = date(days);
    if milliseconds == 0 || !(1000..=9999).contains(&year) {
        return None;
    }
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60);
    let fraction = match rest % 1000 {
        0 => String::new(),
        fraction => [".", &padded(fraction, 3)].concat(),
    };
    let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(|part| padded(part, 2));
    Some([&year.to_string(), "-", &month, "-", &day, "T", &hour, ":", &minute, ":", &second, &fraction, "Z"].concat())
}

/// With zeros before it.
fn padded(number: i64, width: usize) -> String {
    let digits = number.to_string();
    ["0".repeat(width.saturating_sub(digits.len())), digits].concat()
}

/// Year, month and day of that many days after 1970 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
/// `civil_from_days`): counted in cycles of 400 years that begin on the first of March, so that a leap day is the last.
fn date(days: i64) -> (i64, i64, i64) {
    // From the first of March of the year 0 on.
    let days = days.clamp(-1_000_000_000, 1_000_000_000) + 719_468;
    let (cycle, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (cycle * 400 + year + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[test]
    fn epochs_become_dates() {
        for (epoch, expected) in [
            (1.0, "1970-01-01T00:00:00.001Z"),
            (-1000.0, "1969-12-31T23:59:59Z"),
            (951_782_400_000.0, "2000-02-29T00:00:00Z"),
            (951_868_799_999.0, "2000-02-29T23:59:59.999Z"),
            (951_868_800_000.0, "2000-03-01T00:00:00Z"),
            (1_559_129_664_696.0, "2019-05-29T11:34:24.696Z"),
            (1_704_067_199_000.0, "2023-12-31T23:59:59Z"),
            (1_791_792_000_050.0, "2026-10-12T08:00:00.050Z"),
            (4_107_542_400_000.0, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(iso(epoch).as_deref(), Some(expected));
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for epoch in [0.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 1e18] {
            assert_eq!(iso(epoch), None);
        }
    }
}
