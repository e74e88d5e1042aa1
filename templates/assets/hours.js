// Says whether something is open now, and when it opens next, in the time of its place. The page shows its hours without this.
//
// window.waymarkHours(data) reads hours as HoursData.java writes them: { zone, from, to, week, seasons, special, holidays }. A week is
// { rules: [[weeks of a month, days from 1 for Monday, times]], holidays: times }; times are pairs of minutes after midnight, which
// may be of the day after. A range of days is a pair of dates, without years if it is the same every year.
(function () {
  "use strict";
  const DAY = 86400000;
  const MINUTE = 60000;
  const LAST = 6;
  // How far it looks for the next opening.
  const DAYS_AHEAD = 92;

  const formats = new Map();

  // How far the clocks of a zone are ahead of universal time at an instant, in milliseconds.
  function offset(zone, instant) {
    if (!formats.has(zone)) {
      formats.set(zone, new Intl.DateTimeFormat("en-GB", {
        timeZone: zone, hourCycle: "h23", calendar: "iso8601", numberingSystem: "latn", year: "numeric", month: "numeric", day: "numeric",
        hour: "numeric", minute: "numeric", second: "numeric",
      }));
    }
    const part = {};
    formats.get(zone).formatToParts(instant).forEach(function (each) { part[each.type] = Number(each.value); });
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - Math.floor(instant / 1000) * 1000;
  }

  // The instant of a local time, given as if it were universal. A time that comes twice is the first; one that the clocks leave
  // out is counted on from before (RFC 5545, section 3.3.5).
  function instantOf(zone, local) {
    const before = offset(zone, local - DAY);
    const after = offset(zone, local + DAY);
    if (before === after || offset(zone, local - before) === before) return local - before;
    return offset(zone, local - after) === after ? local - after : local - before;
  }

  window.waymarkHours = function (data) {
    const holidays = new Set(data.holidays || []);
    const known = new Map();

    function text(day) {
      return new Date(day).toISOString().slice(0, 10);
    }

    function isIn(range, date) {
      const day = range[0].length < 10 ? date.slice(5) : date;
      return range[0] <= range[1] ? range[0] <= day && day <= range[1] : range[0] <= day || day <= range[1];
    }

    function timesOfWeek(week, day, date) {
      if (week.holidays && holidays.has(date)) return week.holidays;
      const weekday = new Date(day).getUTCDay() || 7;
      const number = Number(date.slice(8));
      const ofMonth = Math.ceil(number / 7);
      const isLast = new Date(day + 7 * DAY).getUTCDate() <= 7;
      const rules = week.rules.filter(function (rule) { return rule[1].indexOf(weekday) >= 0; });
      const found = rules.find(function (rule) {
        return rule[0].indexOf(ofMonth) >= 0 || (isLast && rule[0].indexOf(LAST) >= 0);
      }) || rules.find(function (rule) { return !rule[0].length; });
      return found ? found[2] : [];
    }

    // The times that begin on a day, which is given as its midnight as if it were universal time.
    function timesOn(day) {
      const date = text(day);
      if ((data.from && date < data.from) || (data.to && date > data.to)) return [];
      const special = (data.special || []).filter(function (each) { return isIn(each[0], date); });
      const found = special.find(function (each) { return each[0][0].length === 10; }) || special[0];
      if (found) return found[1];
      const season = (data.seasons || []).find(function (each) { return isIn(each[0], date); });
      return timesOfWeek(season ? season[1] : data.week, day, date);
    }

    // From when to when it is open, in instants, with the minutes of the clock.
    function openingsOn(day) {
      if (!known.has(day)) {
        known.set(day, timesOn(day).map(function (times) {
          return {
            from: instantOf(data.zone, day + times[0] * MINUTE), to: instantOf(data.zone, day + times[1] * MINUTE),
            day: day, opens: times[0], closes: times[1] % 1440,
          };
        }).filter(function (each) { return each.to > each.from; }));
      }
      return known.get(day);
    }

    // Whether it is open at an instant; the opening that is, or comes next; the day of the instant there.
    function at(now) {
      const local = now + offset(data.zone, now);
      const today = local - ((local % DAY) + DAY) % DAY;
      let open = null;
      for (let day = today - 2 * DAY; day <= today + DAYS_AHEAD * DAY; day += DAY) {
        for (const each of openingsOn(day)) {
          if (open && each.from <= open.to) {
            if (each.to > open.to) open = Object.assign({}, open, { to: each.to, closes: each.closes });
          } else if (open) {
            return { isOpen: true, opening: open, today: today };
          } else if (each.from <= now && now < each.to) {
            open = each;
          } else if (each.from > now) {
            return { isOpen: false, opening: each, today: today };
          }
        }
        if (open && day > today + DAY && open.to < day) break;
      }
      return { isOpen: !!open, opening: open, today: today };
    }

    return { at: at };
  };

  // On the page

  function say(labels, key, values) {
    return [].concat(labels[key]).map(function (part, i) {
      return i % 2 ? values[part.replace("^", "")] : part;
    }).join("");
  }

  function words(state, labels, now) {
    const opening = state.opening;
    if (!opening) return say(labels, "closed-now", {});
    if (state.isOpen) {
      return opening.to - now > DAY ? say(labels, "open-now", {}) : say(labels, "open-now-until", { time: labels.times[opening.closes] });
    }
    const time = labels.times[opening.opens];
    const days = Math.round((opening.day - state.today) / DAY);
    const date = new Date(opening.day);
    if (days === 0) return say(labels, "opens-at", { time: time });
    if (days === 1) return say(labels, "opens-tomorrow", { time: time });
    if (days < 7) return say(labels, "opens-on-day", { day: labels.weekdays[(date.getUTCDay() + 6) % 7], time: time });
    return say(labels, "opens-on-date", {
      date: say(labels, "day-of-year", { day: String(date.getUTCDate()), month: labels.months[date.getUTCMonth()] }), time: time,
    });
  }

  // Shows the state in an element, now and whenever it changes.
  function show(element) {
    const hours = window.waymarkHours(JSON.parse(element.dataset.hours));
    const labels = JSON.parse(element.dataset.labels);
    let timer;
    function renew() {
      clearTimeout(timer);
      const now = Date.now();
      const state = hours.at(now);
      element.textContent = words(state, labels, now);
      element.classList.toggle("is-open", state.isOpen);
      // Midnight changes "tomorrow" to "today"; clocks of computers may be set, too.
      timer = setTimeout(renew, 60000 - now % 60000);
    }
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "visible") renew();
      else clearTimeout(timer);
    });
    renew();
  }

  document.querySelectorAll("[data-hours]").forEach(show);
})();
