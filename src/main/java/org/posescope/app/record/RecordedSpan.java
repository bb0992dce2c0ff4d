package org.posescope.app.record;

import org.posescope.frame.SourceInfo;
import org.posescope.record.export.PeopleLog;

/** What was seen while a video was recorded. */
public record RecordedSpan(SourceInfo source, PeopleLog people) {}
