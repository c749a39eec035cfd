<d:page title="${msg.plain('activity.title')}" here="activity" wide="true">
  <d:activityFrame page="events">
    <d:events/>
  </d:activityFrame>
</d:page>
