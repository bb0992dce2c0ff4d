package org.posescope.report;

import java.util.List;

import org.posescope.pipeline.EngineListener.FrameResult;

/** Counts those who were left out because they are far behind the others, over a run. One thread uses it at a time. */
public final class LeftOutPeople {
    private long people;

    public void add(FrameResult result) {
        people += result.leftOut();
    }

    /** What the user is to know of it, in no or one sentence. */
    public List<String> sentences() {
        return people == 0
                ? List.of()
                : List.of((people == 1 ? "1 person" : people + " people")
                        + " far behind the others and too small to be measured left out; --background keeps them");
    }
}
