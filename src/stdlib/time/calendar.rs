//! Days, months and years.

/// Days from 0001-01-01 to 1970-01-01.
const TO_UNIX: i64 = 719_162;

/// A day of the proleptic Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
    /// Day of the year, from 1.
    pub(super) yday: i64,
}

/// Whether February has 29 days.
pub(super) fn leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days of a month, from 1.
pub(super) fn days_in(month: i64, year: i64) -> i64 {
    match month {
        2 if leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 0001-01-01 of a date; the month may be any number. The years run from March, so that leap days end them.
pub(super) fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let m = month - 1;
    let year = year + m.div_euclid(12);
    let month = m.rem_euclid(12) + 1;
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y.rem_euclid(400);
    let doy = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    era * 146_097 + doe - 719_468 + TO_UNIX
}

/// The date of a number of days since 0001-01-01.
pub(super) fn date_of(days: i64) -> Date {
    let z = days - TO_UNIX + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    let yday = days - days_of(year, 1, 1) + 1;
    Date { year, month, day, yday }
}

/// Seconds since year 1 split into days and the rest of the day.
pub(super) fn split(sec: i64) -> (i64, i64) {
    (sec.div_euclid(86_400), sec.rem_euclid(86_400))
}

/// Sunday is 0.
pub(super) fn weekday(days: i64) -> i64 {
    (days + 1).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        assert_eq!(days_of(1, 1, 1), 0);
        assert_eq!(days_of(1970, 1, 1), TO_UNIX);
        for days in (-400_000..1_200_000).step_by(97) {
            let d = date_of(days);
            assert_eq!(days_of(d.year, d.month, d.day), days);
            assert!(d.day <= days_in(d.month, d.year));
        }
        assert_eq!(date_of(days_of(2024, 2, 29)), Date { year: 2024, month: 2, day: 29, yday: 60 });
        assert_eq!(days_of(2024, 14, 1), days_of(2025, 2, 1));
        assert_eq!(weekday(days_of(2009, 11, 10)), 2);
    }
}
