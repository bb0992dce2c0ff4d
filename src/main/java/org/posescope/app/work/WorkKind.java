package org.posescope.app.work;

/** What a window does in the background. Kinds do not wait for each other. */
public enum WorkKind {
    /** Opening sources and loading networks; thread of the player. */
    PLAYER("posescope-player", "Opening or changing what plays", true),
    /** Beginning and ending a video. */
    RECORDING("posescope-recording", "The recording", true),
    /** Saving single pictures. */
    SNAPSHOT("posescope-snapshot", "Saving the picture", true),
    /** Looking for cameras. */
    CAMERAS("posescope-cameras", "Looking for cameras", false),
    /** Fetching models. */
    INSTALLATION("posescope-install", "The installation", false),
    /** Fetching the model without which people are shown meanwhile. */
    FINDER("posescope-finder", "Fetching the model for small people and many", false),
    /** Copying and converting files of models. */
    IMPORT("posescope-import", "The import", false),
    /** Exporting motion. */
    EXPORT("posescope-export", "The export", false),
    /** Looking at a whole clip. */
    ANALYSIS("posescope-analysis", "The analysis", false),
    /** Working off several videos. */
    QUEUE("posescope-queue", "The queue", false),
    /** Making a video of a whole clip. */
    RENDERING("posescope-render", "Rendering the video", false),
    /** Telling who is seen when. */
    TIMELINE("posescope-timeline", "The timeline", false),
    /** Looking at files and folders, which may lie on a slow drive. */
    FILES("posescope-files", "Looking at files", false),
    /** Beginning and ending to send motion. */
    SENDING("posescope-send", "Sending", false),
    /** Reading figures that people are shown as. */
    AVATAR("posescope-avatar", "Reading the avatar", false),
    /** Measuring angles. */
    MEASURING("posescope-measure", "Measuring", false);

    private final String threadName;
    private final String subject;
    private final boolean finished;

    /** @param finished whether what was asked for is done before the program ends, rather than cancelled */
    WorkKind(String threadName, String subject, boolean finished) {
        this.threadName = threadName;
        this.subject = subject;
        this.finished = finished;
    }

    String threadName() {
        return threadName;
    }

    boolean finished() {
        return finished;
    }

    /** One sentence for the user about what nobody expected. */
    String sentence(Throwable unexpected) {
        return subject + " stopped because of an unexpected error (" + unexpected.getClass().getSimpleName()
                + "); try again.";
    }

    /** One sentence for the user who closed the page behind which this was going on. */
    public String leftSentence() {
        return subject + " was cancelled because its page was closed; nothing half-done was kept.";
    }
}
