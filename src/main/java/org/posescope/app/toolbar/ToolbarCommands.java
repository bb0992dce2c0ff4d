package org.posescope.app.toolbar;

import org.posescope.app.keys.Action;
import org.posescope.app.player.CameraChoice;
import org.posescope.app.record.RecordingChoice;
import org.posescope.model.Preset;
import org.posescope.pipeline.metrics.Mode;

/** What the bar at the top asks for. FX thread. */
public interface ToolbarCommands {
    void perform(Action action);

    /** @param input a file, folder, camera or address */
    void open(String input);

    void preset(Preset preset);

    void mode(Mode mode);

    /** How cameras are from now on; one that is open is opened again where that is needed. */
    void camera(CameraChoice choice);

    /** How recordings are from now on; the one that is under way stays as it is. */
    void recording(RecordingChoice choice);
}
