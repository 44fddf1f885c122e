package vn.luot.protocol.hub;

import vn.luot.protocol.message.FeedMessage;
import vn.luot.protocol.message.HallView;
import vn.luot.protocol.message.StepView;

/** For a link that only asks: nobody follows the hall on it. */
public final class Deaf implements HubLink.Listener {
    @Override
    public void connected(HallView hall) {}

    @Override
    public void stepped(HallView after, StepView step, boolean live) {}

    @Override
    public void lost(String reason) {}

    @Override
    public void refused(FeedMessage.Refused refusal) {}
}
